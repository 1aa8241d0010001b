import type { BreathTouch } from './breath-touch.svelte.ts';
import type { OwnPattern } from '#session/own-pattern.ts';
import type { OwnThings } from './own-things.svelte.ts';
import type { Outside } from './ports.ts';

/** What goes along with the breath; each is fetched when it is first wanted, and is one for the whole app. */
export interface BreathHelp {
  /** The patterns somebody has made. */
  patterns(): Promise<OwnThings<OwnPattern>>;
  /** The breath as it is felt. */
  touch(): Promise<BreathTouch>;
}

export function createBreathHelp(outside: Outside): BreathHelp {
  let patterns: Promise<OwnThings<OwnPattern>> | undefined;
  let touch: Promise<BreathTouch> | undefined;
  return {
    patterns: () => (patterns ??= openPatterns(outside)),
    touch: () => (touch ??= openTouch(outside)),
  };
}

async function openPatterns(outside: Outside): Promise<OwnThings<OwnPattern>> {
  return (await import('./own-things.svelte.ts')).openThings(outside.openPatterns(), outside);
}

async function openTouch(outside: Outside): Promise<BreathTouch> {
  const { BreathTouch } = await import('./breath-touch.svelte.ts');
  const touch = new BreathTouch(outside);
  await touch.open();
  return touch;
}
