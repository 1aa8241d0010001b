/** What a lock screen, a headset or a car shows of what sounds. */
export interface NowPlaying {
  readonly title: string;
  /** The second line: which part of it. */
  readonly part: string;
  readonly state: 'playing' | 'paused';
  /** How far it has come and how long it is, in seconds; left out where no end is known. */
  readonly at?: number | undefined;
  readonly length?: number | undefined;
}

/** What may be asked for from there. What is left out is not offered. */
export interface MediaActs {
  readonly play?: () => void;
  readonly pause?: () => void;
  readonly stop?: () => void;
}

/** The controls outside of the page, for as long as something sounds. */
export interface MediaControls {
  tell(now: NowPlaying): void;
  close(): void;
}

/** Whose they are: what is closed late takes nothing from what was opened since. */
const owners = new WeakMap<MediaSession, MediaActs>();

const ACTIONS = ['play', 'pause', 'stop'] as const;

/** Elsewhere than in browsers that show such controls, nothing is shown and nothing asked. The last one opened has them. */
export function openMediaControls(device: Navigator, acts: MediaActs): MediaControls {
  if (!('mediaSession' in device)) return { tell: () => undefined, close: () => undefined };
  const { mediaSession } = device;
  owners.set(mediaSession, acts);
  for (const action of ACTIONS) answer(mediaSession, action, acts[action] ?? null);
  return {
    tell({ title, part, state, at, length }) {
      if (owners.get(mediaSession) !== acts) return;
      mediaSession.metadata = new MediaMetadata({ title, artist: part, album: 'Undertone' });
      mediaSession.playbackState = state;
      // Without a place of its own the system would show that of the silent loop.
      const known = at !== undefined && length !== undefined && length > 0;
      place(mediaSession, known ? { duration: length, position: Math.min(length, Math.max(0, at)) } : {});
    },
    close() {
      if (owners.get(mediaSession) !== acts) return;
      for (const action of ACTIONS) answer(mediaSession, action, null);
      mediaSession.metadata = null;
      mediaSession.playbackState = 'none';
      place(mediaSession, {});
    },
  };
}

function answer(session: MediaSession, action: MediaSessionAction, act: (() => void) | null): void {
  try {
    session.setActionHandler(action, act);
  } catch {
    // Older browsers do not know every action: that one is not offered.
  }
}

/** Nothing where it is empty. Old Safari knows no place. */
function place(session: MediaSession, state: MediaPositionState): void {
  if ('setPositionState' in session) session.setPositionState(state);
}
