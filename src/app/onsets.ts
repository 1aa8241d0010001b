import type { Onset } from '#audio/scheduler.ts';
import type { LiveSession } from './live-session.svelte.ts';
import type { Fault } from './ports.ts';

/** Writes down what began to sound, by the audio side's word and never by the plan's [RE1]. */
export function sounded(live: LiveSession, { cue: { id, bus, clip }, from }: Onset): void {
  live.told({ type: 'cue-sounded', cue: id, bus, clip, from }, from);
}

/** Writes down what was to sound and did not. */
export function missed(live: LiveSession, fault: Fault): void {
  live.sound.fault(fault);
  live.told({ type: 'cue-missed', cue: fault.cue, reason: fault.reason }, fault.at);
}
