import type { Seconds } from '#session/units.ts';
import { openContext, type OpenContext } from './context.ts';

/** The device's one context: opened before it is wanted, standing still until a tap, given back when it is done with. */
export interface Device {
  /** The one that is open, unless it was closed or taken away; then another. */
  readonly open: () => Promise<OpenContext>;
  /** Another one in its place, which is asked to sound at once. */
  readonly renew: () => Promise<OpenContext>;
  /** Lets it stand still `after` so many seconds, if that is still due by then. */
  readonly rest: (after: Seconds, isStillDue: () => boolean) => Promise<void>;
  /** Gives the device back, `after` so many seconds where something still fades. */
  readonly close: (after: Seconds) => Promise<void>;
}

/** A context that is not allowed to sound leaves `resume` waiting for ever. */
const RESUME_LIMIT: Seconds = 4;

export function createDevice(): Device {
  let opening: Promise<OpenContext> | undefined;
  let opened: AudioContext | undefined;

  function forget(): void {
    [opening, opened] = [undefined, undefined];
  }
  function make(goes: boolean): Promise<OpenContext> {
    const mine = (opening = openContext(goes));
    void mine.then(
      ({ context }) => {
        if (mine === opening) opened = context;
      },
      () => {
        if (mine === opening) forget();
      },
    );
    return mine;
  }
  function renew(): Promise<OpenContext> {
    void close(0);
    return make(true);
  }
  async function close(after: Seconds): Promise<void> {
    const [context, closing] = [opened, opening];
    forget();
    if (context === undefined) return closeComing(closing);
    if (after > 0 && context.state === 'running') await wait(after);
    if (context.state !== 'closed') await context.close();
  }
  return {
    open() {
      if (opened?.state === 'closed' || opened?.state === 'interrupted') void close(0);
      return opening ?? make(false);
    },
    renew,
    rest: (after, isStillDue) => rest(opening, after, isStillDue),
    close,
  };
}

async function rest(
  opening: Promise<OpenContext> | undefined,
  after: Seconds,
  isStillDue: () => boolean,
): Promise<void> {
  const context = (await opening?.catch(() => undefined))?.context;
  if (context === undefined) return;
  await wait(after);
  if (isStillDue() && context.state === 'running') await context.suspend();
}

/** One that is still being opened is closed as soon as it is there. */
async function closeComing(closing: Promise<OpenContext> | undefined): Promise<void> {
  await (await closing?.catch(() => undefined))?.context.close();
}

/** Whether the context sounds; waits for it a little, as a device may take its time to wake up. */
export async function resumed(context: AudioContext): Promise<boolean> {
  if (context.state !== 'interrupted') await Promise.race([context.resume(), wait(RESUME_LIMIT)]);
  return context.state === 'running';
}

/** From the audio clock to the ear, as the device tells it. WebKitGTK says 0; nothing is drawn from `getOutputTimestamp`, which runs at double speed there. */
export function latencyOf(context: AudioContext): Seconds {
  return context.baseLatency + (context.outputLatency || 0);
}

function wait(duration: Seconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration * 1000));
}
