import type { RouteId } from './plan.ts';

/** When vitals are due in the sessions of one route. */
export interface VitalsTimes {
  /** Once before the medicine. */
  readonly before: boolean;
  /** Minutes after T0, in order. */
  readonly minutes: readonly number[];
  /** Once before the patient leaves. */
  readonly leaving: boolean;
}

/** The latest minute after T0 at which vitals can be due, how often, and the longest stay in minutes. */
export const LATEST_VITALS = 360;
export const MOST_VITALS = 12;
export const LONGEST_STAY = 480;
export const MOST_TAGS = 24;

/** What a clinic has set for itself about the clock of its sessions. */
export interface ClinicTimes {
  readonly vitals: Readonly<Record<RouteId, VitalsTimes>>;
  /** Minutes that a patient stays after the last device or dose; 0 where nothing is set. */
  readonly stay: Readonly<Record<RouteId, number>>;
}

/** One tap's note: a shipped one is worded by the app, an own one (`own.…`) has its words with it. */
export interface Tag {
  readonly id: string;
  readonly name?: string | undefined;
}

const SHIPPED_TAGS = ['tearful', 'smiling', 'restless', 'speaking', 'queasy'] as const;
export const DEFAULT_TAGS: readonly Tag[] = SHIPPED_TAGS.map((id) => ({ id }));

const BEFORE_AND_AFTER: VitalsTimes = { before: true, minutes: [], leaving: true };
const NEVER: VitalsTimes = { before: false, minutes: [], leaving: false };

/**
 * Starting points, which a clinic sets for itself. Nasal esketamine: blood pressure before, at 40 minutes and before
 * leaving, and at least two hours of observation after the last device (as its prescribing information asks for).
 */
export const DEFAULT_TIMES: ClinicTimes = {
  vitals: {
    iv: BEFORE_AND_AFTER,
    im: BEFORE_AND_AFTER,
    nasal: { before: true, minutes: [40], leaving: true },
    lozenge: BEFORE_AND_AFTER,
    'practice-run': NEVER,
  },
  stay: { iv: 0, im: 0, nasal: 120, lozenge: 0, 'practice-run': 0 },
};
