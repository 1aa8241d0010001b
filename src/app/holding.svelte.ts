import type { OfflinePorts } from './offline.svelte.ts';

/** Says to other tabs that a session runs here, for as long as nothing rests; within an effect. */
export function holdWhileSession(ports: Pick<OfflinePorts, 'holdSession'>, rests: () => boolean): void {
  // One value: an effect that asked for its parts would let go of the session between two of its screens.
  const resting = $derived(rests());
  $effect(() => {
    if (resting) return;
    const held = ports.holdSession();
    return () => held.release();
  });
}
