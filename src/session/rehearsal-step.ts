import type { ChosenBreath } from './breath.ts';
import type { Cue, BellCue, VoiceCue } from './cues.ts';
import type { BedSound } from './layers.ts';
import type { VitalsMoment } from './milestones.ts';
import type { Timeline } from './timeline.ts';
import type { Decibels, Hertz, Seconds, SessionTime, Span } from './units.ts';

/** What happens to the sound, or is done in the room. */
export type Happening =
  | { readonly kind: 'line'; readonly cue: VoiceCue }
  | { readonly kind: 'bell'; readonly cue: BellCue }
  | { readonly kind: 'phase'; readonly phase: string; readonly beds: readonly BedChange[] }
  /** `before`: what led the breath until then. */
  | {
      readonly kind: 'breath-begins';
      readonly breath: ChosenBreath;
      readonly before: 'none' | 'same' | 'other';
    }
  | { readonly kind: 'breath-ends' }
  | { readonly kind: 'beats-begin'; readonly hz: Hertz }
  | { readonly kind: 'beats-glide'; readonly from: Hertz; readonly to: Hertz; readonly over: Seconds }
  | { readonly kind: 'beats-end' }
  /** T0: the medicine, or the first of several devices. */
  | { readonly kind: 'given'; readonly device: boolean }
  | { readonly kind: 'device'; readonly device: 2 | 3 }
  | { readonly kind: 'hold-ends' | 'pump-ends' | 'leaving' }
  | { readonly kind: 'vitals'; readonly moment: VitalsMoment; readonly minutes?: number | undefined }
  | { readonly kind: 'end'; readonly over: Seconds };

/** How a bed's own level moves with a phase that begins; 0 where it stays. */
export interface BedChange {
  readonly sound: BedSound;
  readonly by: Decibels;
}

/** Something that happens, and what of the session has to be heard for it. */
export interface Change {
  readonly at: SessionTime;
  readonly piece: Span;
  readonly what: Happening;
}

/** One step of a rehearsal: one cue, or all that changes at one moment. */
export interface Step {
  readonly id: string;
  readonly at: SessionTime;
  readonly phase: string;
  /** Never empty. */
  readonly what: readonly Happening[];
  /** What of the session is heard for it, its fades included. */
  readonly piece: Span;
  /** The ids of what is said or struck in it; nothing else is. */
  readonly cues: readonly Cue['id'][];
  /** Where somebody is measured it is another session than planned. */
  readonly measured?: Timeline;
}

/** So much of the session is there before what a step is about: all has come in by then, and the bed steps back after. */
export const LEAD: Seconds = 2.2;
