import type { Seconds } from '#session/units.ts';

const STEP_MS = 20;

/** An element's own volume, moved softly where the device lets it be moved: iOS does not. */
export interface Fader {
  /** From wherever it is. Resolves when it is there; at once where nothing can be moved. */
  glide(to: number, over: Seconds): Promise<void>;
}

/**
 * Steps by a timer, and by the clock: one that comes late goes where it should be by then. Nothing that plays waits for
 * it: where the page is hidden, and timers may not run for a minute, it does not come up by steps but at once.
 */
export function createFader(element: HTMLAudioElement): Fader {
  let timer: ReturnType<typeof setInterval> | undefined;
  let arrive: () => void = () => undefined;

  function glide(to: number, over: Seconds): Promise<void> {
    arrive();
    const from = element.volume;
    if (!canMove(element) || (document.hidden && to > from) || over <= 0) {
      element.volume = to;
      return Promise.resolve();
    }
    const began = performance.now();
    return new Promise((resolve) => {
      arrive = () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', arrive);
        element.volume = to;
        arrive = () => undefined;
        resolve();
      };
      document.addEventListener('visibilitychange', arrive);
      timer = setInterval(() => {
        const share = (performance.now() - began) / 1000 / over;
        if (share >= 1) arrive();
        else element.volume = from + (to - from) * share;
      }, STEP_MS);
    });
  }
  return { glide };
}

/** iOS leaves the volume to the keys of the phone: it reads as 1, whatever it is set to. */
function canMove(element: HTMLAudioElement): boolean {
  const { volume } = element;
  element.volume = volume > 0.5 ? volume - 0.01 : volume + 0.01;
  const moved = element.volume !== volume;
  element.volume = volume;
  return moved;
}
