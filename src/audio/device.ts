import type { Seconds } from '#session/units.ts';
import { openContext, type OpenContext } from './context.ts';

/** The device's one context: opened before it is wanted, standing still until a tap, given back when it is done with. */
export interface Device {
  readonly open: () => Promise<OpenContext>;
  /** Lets it stand still `after` so many seconds, if that is still due by then. */
  readonly rest: (after: Seconds, isStillDue: () => boolean) => Promise<void>;
  /** Gives the device back, `after` so many seconds where something still fades. */
  readonly close: (after: Seconds) => Promise<void>;
}

/** A context that is not allowed to sound, or is interrupted by a call, leaves `resume` waiting for ever. */
const RESUME_LIMIT: Seconds = 4;

export function createDevice(): Device {
  let opening: Promise<OpenContext> | undefined;

  function open(): Promise<OpenContext> {
    opening ??= openContext().catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    });
    return opening;
  }

  async function close(after: Seconds): Promise<void> {
    const opened = opening;
    opening = undefined;
    const context = (await opened?.catch(() => undefined))?.context;
    if (context === undefined) return;
    if (after > 0 && context.state === 'running') await wait(after);
    if (context.state !== 'closed') await context.close();
  }
  async function rest(after: Seconds, isStillDue: () => boolean): Promise<void> {
    const context = (await opening?.catch(() => undefined))?.context;
    if (context === undefined) return;
    await wait(after);
    if (isStillDue() && context.state === 'running') await context.suspend();
  }
  return { open, rest, close };
}

/** Whether the context sounds; waits for it a little, as a device may take its time to wake up. */
export async function resumed(context: AudioContext): Promise<boolean> {
  await Promise.race([context.resume(), wait(RESUME_LIMIT)]);
  return context.state === 'running';
}

function wait(duration: Seconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration * 1000));
}
