import { CHANGE_LEAD } from '#audio/leads.ts';
import type { Seconds } from '#session/units.ts';

/** How long an act can be taken back. */
export const UNDO_FOR: Seconds = 10;
/** An act falls on the session a little ahead, so that its change is with the audio thread when its moment comes. */
export const ACT_LEAD: Seconds = CHANGE_LEAD + 0.05;
/** How often it is noted that the session still plays: what a crash leaves says to this how long it went well. */
export const ALIVE_EVERY: Seconds = 5;
export const EMERGENCY_FADE: Seconds = 3;
export const SILENCE_FADE: Seconds = 5;
