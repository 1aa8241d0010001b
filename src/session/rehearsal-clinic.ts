import { endOfCue, isVoice } from './cues.ts';
import type { SessionLog } from './log.ts';
import { MEASURING_CHANGE } from './measuring.ts';
import { milestones, type Milestones, type VitalsDue } from './milestones.ts';
import { DEVICE_GAP, type Plan } from './plan.ts';
import { inOrder, plannedLog } from './rehearsal.ts';
import { LEAD, type Change, type Happening, type Step } from './rehearsal-step.ts';
import type { Rehearsed } from './rehearsal-steps.ts';
import { buildTimeline } from './timeline.ts';
import { later, latest, sessionTimeOf, START, type Seconds, type SessionTime } from './units.ts';

/** What is done in the room sounds like nothing: so much is heard of the session where it is done. */
const OF_A_MOMENT: Seconds = 4;
/** Vitals before the medicine have no time of their own: they are shown so much before it. */
const BEFORE: Seconds = 120;
/** Somebody is measured for so long once they were told. */
const MEASURING: Seconds = 4;

/** Medicine, devices, hold, pump and the earliest leaving, as they are planned. */
export function clinicalChanges({ plan, timeline, times }: Rehearsed): Change[] {
  const { given, holdEnds, pumpEnds, leaving } = milestones(plan, givenAsPlanned(plan), times, START);
  const moments: (readonly [at: SessionTime | undefined, what: Happening])[] = [
    ...given.map(({ at, device }) => [at, ofDevice(device)] as const),
    [holdEnds, { kind: 'hold-ends' }],
    [pumpEnds, { kind: 'pump-ends' }],
    [leaving?.fromLast, { kind: 'leaving' }],
  ];
  return moments.flatMap(([at, what]) => {
    if (at === undefined || at >= timeline.to) return [];
    return [{ at, what, piece: { from: later(at, -LEAD), to: later(at, OF_A_MOMENT) } }];
  });
}

function ofDevice(device: 1 | 2 | 3 | undefined): Happening {
  if (device === undefined || device === 1) return { kind: 'given', device: device === 1 };
  return { kind: 'device', device };
}

/** As `plannedLog`, with every device of a nasal session started as soon as it may be. */
function givenAsPlanned(plan: Plan): SessionLog {
  const log = plannedLog(plan);
  const { devices } = plan;
  const given = log.find(({ type }) => type === 'medicine-given');
  if (given === undefined || devices === undefined) return log;
  const started = ([1, 2, 3] as const)
    .filter((device) => device <= devices)
    .map(
      (device) =>
        ({
          ...given,
          type: 'device-started',
          device,
          at: later(given.at, (device - 1) * DEVICE_GAP),
        }) as const,
    );
  return inOrder([...log.filter((event) => event !== given), ...started]);
}

/** Each time somebody is measured within the session: how the bed steps back for it, and comes back. */
export function measuredSteps(rehearsed: Rehearsed): Omit<Step, 'phase'>[] {
  const { plan, timeline, times } = rehearsed;
  const planned = milestones(plan, givenAsPlanned(plan), times, START);
  return planned.vitals.flatMap((due, nth) => {
    const at = placeOf(due, planned);
    if (at === undefined || at >= timeline.to) return [];
    const { moment, minutes } = due;
    return [
      { id: `vitals/${nth}`, at, what: [{ kind: 'vitals', moment, minutes }], ...measuredAt(rehearsed, at) },
    ];
  });
}

function placeOf({ moment, at }: VitalsDue, { t0 }: Milestones): SessionTime | undefined {
  if (moment !== 'before') return at;
  return t0 === undefined ? undefined : latest(later(t0, -BEFORE), sessionTimeOf(t0 / 2));
}

/** The planned session in which somebody is told of the touch and measured at `at`. */
function measuredAt(
  { plan, repertoire }: Rehearsed,
  at: SessionTime,
): Required<Pick<Step, 'measured' | 'piece' | 'cues'>> {
  const begun = inOrder([...plannedLog(plan), { type: 'vitals-begun', announced: true, at }]);
  const told = buildTimeline(plan, begun, repertoire).cues.find((cue) => isVoice(cue) && cue.asked);
  const over = later(told === undefined ? later(at, MEASURING_CHANGE) : endOfCue(told), MEASURING);
  const log = inOrder([...begun, { type: 'vitals-ended', at: over }]);
  return {
    measured: buildTimeline(plan, log, repertoire),
    piece: { from: later(at, -LEAD), to: later(over, MEASURING_CHANGE) },
    cues: told === undefined ? [] : [told.id],
  };
}
