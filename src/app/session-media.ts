import type { Plan } from '#session/plan.ts';
import type { MediaActs, MediaControls, NowPlaying } from '#platform/media-session.ts';
import type { SilentLoop } from '#platform/silent-loop.ts';

/** What it takes to be heard and seen outside of the page; fetched behind the first view. */
export interface MediaPorts {
  /** `onStopped` hears when the system has paused it by itself. */
  openSilentLoop(onStopped: () => void): SilentLoop;
  openMediaControls(acts: MediaActs): MediaControls;
}

/** A session outside of the page: what keeps it sounding there, and what a lock screen or a headset shows and asks of it. */
export interface SessionMedia {
  /** It sounds; on a tap, or on the word of the lock screen. */
  sounds(): void;
  /** It is paused. */
  rests(): void;
  tell(now: NowPlaying): void;
  close(): void;
}

/**
 * `acts`: what may be asked for from outside. Where nothing may, as in a session with medicine, what the system pauses
 * goes on at once; else that is a pause like any other, for whoever pulls out the headphones wants no loudspeaker.
 */
export function createSessionMedia(opening: Promise<MediaPorts>, acts: MediaActs): SessionMedia {
  let closed = false;
  const opened = opening.then((ports) => {
    const loop = ports.openSilentLoop(() => (acts.pause ?? loop.play)());
    return { loop, controls: ports.openMediaControls(acts) };
  });
  type Opened = Awaited<typeof opened>;
  /** Without them the session sounds all the same. */
  const then = (act: (media: Opened) => void) => void opened.then(act, () => undefined);
  const unlessClosed = (act: (media: Opened) => void) =>
    then((media) => {
      if (!closed) act(media);
    });
  return {
    sounds: () => unlessClosed(({ loop }) => loop.play()),
    rests: () => unlessClosed(({ loop }) => loop.pause()),
    tell: (now) => unlessClosed(({ controls }) => controls.tell(now)),
    close() {
      if (closed) return;
      closed = true;
      then(({ loop, controls }) => {
        loop.close();
        controls.close();
      });
    },
  };
}

interface Pausing {
  readonly plan: Plan;
  pause(): Promise<void>;
  bringBack(): Promise<void>;
  end(): void;
}

/** A practice is paused, taken up and ended as by a tap, always with a fade. Of a session on a route nothing may be asked from outside. */
export function askedOutside(live: Pausing): MediaActs {
  if (live.plan.route !== undefined) return {};
  return {
    pause: () => void live.pause(),
    play: () => void live.bringBack(),
    stop: () => live.end(),
  };
}
