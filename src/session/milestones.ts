import type { ClinicTimes } from './clinic.ts';
import { entriesOf, givenEntries } from './entries.ts';
import { eventsInForce, type SessionLog } from './log.ts';
import { DEVICE_GAP, type Plan } from './plan.ts';
import {
  earliest,
  later,
  latest,
  OPEN,
  START,
  within,
  type Seconds,
  type SessionTime,
  type Span,
} from './units.ts';

/** How long before its time a measurement may be made and still count for it; less where two are due close together. */
const EARLY: Seconds = 600;
/** The same for the one before leaving, where it is not one of those at a minute too. */
const EARLY_LEAVING: Seconds = 1800;

/** The medicine, or a device, as it was tapped and, where that was put right afterwards, when it really was. */
export interface Given {
  readonly seq: number;
  /** Undefined for a medicine that is given at once. */
  readonly device: 1 | 2 | 3 | undefined;
  readonly at: SessionTime;
  readonly tappedAt: SessionTime;
}

export type VitalsMoment = 'before' | 'at' | 'leaving';

/** One measurement that the clinic wants. `missed`: its time has passed into that of the next. */
export interface VitalsDue {
  readonly moment: VitalsMoment;
  /** Minutes from T0, for the moment `at`; also of one that is due in the very minute of leaving, and is both. */
  readonly minutes?: number;
  /** Undefined before T0, and where nothing says when. */
  readonly at: SessionTime | undefined;
  readonly recordedAt: SessionTime | undefined;
  readonly missed: boolean;
}

/** The clinical times of a session: wall-clock facts, which nothing that sounds depends on [CK5]. */
export interface Milestones {
  /** In order of time. */
  readonly given: readonly Given[];
  /** T0. */
  readonly t0: SessionTime | undefined;
  /** The device that comes next, and from when on it may be started. */
  readonly nextDevice: { readonly device: 2 | 3; readonly from: SessionTime } | undefined;
  readonly holdEnds: SessionTime | undefined;
  /** When the pump stops by its own time, unless somebody has said that it has. */
  readonly pumpEnds: SessionTime | undefined;
  readonly vitals: readonly VitalsDue[];
  /** The earliest leaving, counted from the first device or dose and from the last; undefined where the clinic sets none. */
  readonly leaving: { readonly fromFirst: SessionTime; readonly fromLast: SessionTime } | undefined;
}

/** What the plan, the log and the clinic's own times make of a session's clinical clock. `now` decides what was missed. */
export function milestones(plan: Plan, log: SessionLog, times: ClinicTimes, now: SessionTime): Milestones {
  const given = givenIn(log);
  const t0 = given[0]?.at;
  const leaving = leavingAfter(given, plan, times);
  return {
    given,
    t0,
    nextDevice: nextDevice(given, plan),
    holdEnds: after(t0, plan.lozengeHold),
    pumpEnds: eventsInForce(log).some(({ type }) => type === 'pump-ended')
      ? undefined
      : after(t0, plan.pumpMinutes),
    vitals: vitalsDue({ plan, times, t0, leavesAt: leaving?.fromLast }, log, now),
    leaving,
  };
}

function after(t0: SessionTime | undefined, minutes: number | undefined): SessionTime | undefined {
  return t0 === undefined || minutes === undefined ? undefined : later(t0, minutes * 60);
}

function givenIn(log: SessionLog): readonly Given[] {
  return givenEntries(log).map(({ seq, device, givenAt: at, at: tappedAt }) => ({
    seq,
    device,
    at,
    tappedAt,
  }));
}

function nextDevice(given: readonly Given[], { devices = 0 }: Plan): Milestones['nextDevice'] {
  const last = given.at(-1);
  const device = Math.max(0, ...given.map((each) => each.device ?? 0)) + 1;
  if (last === undefined || device > devices || (device !== 2 && device !== 3)) return undefined;
  return { device, from: later(last.at, DEVICE_GAP) };
}

function leavingAfter(
  given: readonly Given[],
  { route }: Plan,
  { stay }: ClinicTimes,
): Milestones['leaving'] {
  const [first, last] = [given[0], given.at(-1)];
  const minutes = route === undefined ? 0 : stay[route];
  if (first === undefined || last === undefined || minutes === 0) return undefined;
  return { fromFirst: later(first.at, minutes * 60), fromLast: later(last.at, minutes * 60) };
}

interface Around {
  readonly plan: Plan;
  readonly times: ClinicTimes;
  readonly t0: SessionTime | undefined;
  readonly leavesAt: SessionTime | undefined;
}

type Wanted = Pick<VitalsDue, 'moment' | 'minutes' | 'at'>;

function vitalsDue(around: Around, log: SessionLog, now: SessionTime): VitalsDue[] {
  const wanted = wantedVitals(around);
  const windows = windowsOf(wanted, around);
  const recorded = entriesOf(log, 'vitals-recorded');
  return wanted.map((due, nth): VitalsDue => {
    const window = windows[nth] ?? { from: START, to: OPEN };
    const found = recorded.find(({ at }) => within(at, window));
    return { ...due, recordedAt: found?.at, missed: found === undefined && window.to <= now };
  });
}

function wantedVitals(around: Around): Wanted[] {
  const { plan, times, t0 } = around;
  if (plan.route === undefined || plan.clock !== 'medicine') return [];
  const { before, minutes, leaving } = times.vitals[plan.route];
  const atMinutes = minutes.map((each): Wanted => ({ moment: 'at', minutes: each, at: after(t0, each) }));
  return [
    ...(before ? [{ moment: 'before', at: undefined } as const] : []),
    ...(leaving ? withLeaving(atMinutes, leavingDue(around, minutes)) : atMinutes),
  ];
}

/** Nobody is measured twice in the same minute: where the last one is due then, the one before leaving stands for both [CK8]. */
function withLeaving(atMinutes: readonly Wanted[], at: SessionTime | undefined): Wanted[] {
  const last = atMinutes.at(-1);
  const both = at !== undefined && last?.at !== undefined && at - last.at < 60;
  return both
    ? [...atMinutes.slice(0, -1), { ...last, moment: 'leaving', at }]
    : [...atMinutes, { moment: 'leaving', at }];
}

/** At the earliest leaving, and never before a measurement that is due later still. */
function leavingDue({ plan, t0, leavesAt }: Around, minutes: readonly number[]): SessionTime | undefined {
  const leaves = leavesAt ?? plannedEnd(plan, t0);
  return leaves === undefined ? undefined : latest(leaves, after(t0, minutes.at(-1)) ?? leaves);
}

/** Where the clinic sets no stay, one leaves when the session ends as planned. */
function plannedEnd({ phases }: Plan, t0: SessionTime | undefined): SessionTime | undefined {
  const minutes = phases.filter(({ openEnded }) => !openEnded).reduce((sum, phase) => sum + phase.minutes, 0);
  return after(t0, minutes);
}

/** From when until when a measurement counts for each: windows that do not overlap, so that none counts twice [CK8]. */
function windowsOf(wanted: readonly Wanted[], { t0 = OPEN }: Around): Span[] {
  const opens = wanted.map(({ moment, minutes, at = OPEN }, nth): SessionTime => {
    if (moment === 'before') return START;
    const before = wanted[nth - 1]?.at ?? t0;
    const early = Math.min(minutes === undefined ? EARLY_LEAVING : EARLY, Math.max(0, at - before) / 2);
    return at === OPEN ? OPEN : latest(later(at, -early), t0);
  });
  return opens.map((from, nth) => {
    const to = wanted[nth]?.moment === 'before' ? t0 : (opens[nth + 1] ?? OPEN);
    return { from, to: earliest(to, OPEN) };
  });
}

/** What the clinic's clock says next. A device that may follow is an offer, and not among them. */
export type Reminder =
  | { readonly kind: 'hold' | 'pump' | 'leaving'; readonly at: SessionTime }
  | ({ readonly kind: 'vitals'; readonly at: SessionTime | undefined } & Pick<
      VitalsDue,
      'moment' | 'minutes'
    >);

/** How long after its moment something that happens by itself is still told. */
const TOLD_AFTER: Seconds = 60;

/** All that is still to come or overdue, the most pressing first. What is overdue stays until it is done [CK9]. */
export function reminders(
  { vitals, holdEnds, pumpEnds, leaving, t0 }: Milestones,
  now: SessionTime,
): Reminder[] {
  const found: Reminder[] = [];
  for (const { moment, minutes, at, recordedAt, missed } of vitals) {
    if (recordedAt !== undefined || missed || (moment !== 'before' && t0 === undefined)) continue;
    found.push({ kind: 'vitals', moment, at, ...(minutes === undefined ? {} : { minutes }) });
  }
  if (holdEnds !== undefined && now < later(holdEnds, TOLD_AFTER)) found.push({ kind: 'hold', at: holdEnds });
  if (pumpEnds !== undefined) found.push({ kind: 'pump', at: pumpEnds });
  if (leaving !== undefined) found.push({ kind: 'leaving', at: leaving.fromLast });
  return found.sort((a, b) => (a.at ?? START) - (b.at ?? START));
}
