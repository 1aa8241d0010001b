import type { LiveSession } from '../live-session.svelte.ts';

/** An emergency: everything fades, and the clinic's card comes up in the wording of that number, at one and the same tap. */
export function beginEmergency(live: LiveSession, wording: number): void {
  live.emergencyFade();
  live.told({ type: 'emergency-shown', wording }, live.sound.now());
}

/** Back to the session; the sound stays off. */
export function closeCard(live: LiveSession): void {
  live.told({ type: 'emergency-closed' }, live.sound.now());
}

/** Back to the session, and the sound comes in again, also from the last rung of the ladder, which is silence. */
export function bringSoundBack(live: LiveSession): void {
  closeCard(live);
  if (live.rung === 4) live.unground();
  live.unsilence();
}
