import { createRandom } from '#audio/sounds/random.ts';
import { BEATS, BEDS, BUSES, eachBus } from '#session/layers.ts';
import type { EventBody, SessionEvent, SessionLog } from '#session/log.ts';
import { ROUTES, TALK, type Plan } from '#session/plan.ts';
import type { Choices } from '#session/routes/shape.ts';
import { buildTimeline, withEvent, type Timeline } from '#session/timeline.ts';
import { earliest, later, OPEN, sessionTimeOf, START, type SessionTime } from '#session/units.ts';
import { evenGuide } from '../guide.ts';
import { livedLog, planOfRoute } from './sessions.ts';

/** What may happen; some of it only after something else. */
const CHANGES: readonly { readonly body: EventBody; readonly before?: EventBody }[] = [
  { body: { type: 'held' } },
  { body: { type: 'released' }, before: { type: 'held' } },
  { body: { type: 'phase-extended', by: 300 } },
  { body: { type: 'phase-extended', by: -240 } },
  { body: { type: 'phase-advanced', to: 'next', observed: false } },
  { body: { type: 'phase-advanced', to: 'reentry', observed: false } },
  { body: { type: 'phase-advanced', to: 'onset', observed: true } },
  { body: { type: 'talk-changed', talk: 'full' } },
  { body: { type: 'talk-changed', talk: 'sparse' } },
  { body: { type: 'talk-changed', talk: 'silent' } },
  { body: { type: 'strip-muted', strip: 'pink', muted: true } },
  {
    body: { type: 'strip-muted', strip: 'bed', muted: false },
    before: { type: 'strip-muted', strip: 'bed', muted: true },
  },
  { body: { type: 'strip-soloed', strip: 'breath', soloed: true } },
  { body: { type: 'layer-level-changed', layer: 'pink', level: -20 } },
  { body: { type: 'bed-removed', bed: 'pink' } },
  { body: { type: 'silenced', fade: 3 } },
  { body: { type: 'silenced', fade: 0.3 } },
  { body: { type: 'unsilenced' }, before: { type: 'silenced', fade: 5 } },
  { body: { type: 'grounding-stepped', rung: 1 } },
  { body: { type: 'grounding-stepped', rung: 2 } },
  { body: { type: 'grounding-stepped', rung: 3 }, before: { type: 'grounding-stepped', rung: 2 } },
  { body: { type: 'grounding-stepped', rung: 4 } },
  { body: { type: 'grounding-stepped', rung: 0 }, before: { type: 'grounding-stepped', rung: 3 } },
  { body: { type: 'line-played', line: 'anchor.here' } },
  { body: { type: 'output-changed' } },
  { body: { type: 'output-confirmed' }, before: { type: 'output-changed' } },
  { body: { type: 'interrupted', reason: 'sound-lost' } },
  { body: { type: 'ended' } },
];

/** One random session, at a random moment, and what happens there. */
export interface Change {
  readonly plan: Plan;
  readonly log: SessionLog;
  readonly timeline: Timeline;
  /** Where it is listened in. */
  readonly from: SessionTime;
  readonly body: EventBody;
  /** It happens so many seconds after `from`. */
  readonly after: number;
  readonly says: string;
}

export function randomChange(seed: number, chosen: Partial<Choices> = {}): Change {
  const random = createRandom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const oneOf = <Thing>(things: readonly [Thing, ...Thing[]] | readonly Thing[]) =>
    things[below(things.length)] as Thing;
  const level = () => Math.round((random() < 0.2 ? -60 : -24) * random() + 6);
  const plan = planOfRoute(oneOf(ROUTES), {
    talk: oneOf(TALK),
    beds: oneOf([[], ...BEDS.map((sound) => [{ sound }]), [{ sound: 'pad', level: -4 }, { sound: 'rain' }]]),
    beats: oneOf([...BEATS, 'none']),
    carrier: 100 + below(341),
    levels: eachBus(level),
    ...chosen,
  });
  const whole = livedLog(plan);
  const starts = random() < 0.05;
  const from = starts ? START : placeIn(buildTimeline(plan, whole, evenGuide), random);
  const { body, before } =
    random() < 0.15
      ? { body: { type: 'bus-level-changed', bus: oneOf(BUSES), level: level() } as const, before: undefined }
      : oneOf(CHANGES);
  const lived = whole.filter((event) => event.at <= from);
  const log =
    before === undefined
      ? lived
      : happened(lived, before, earliest(from, later(from, 3 - 20 * random() ** 2)));
  const first = before === undefined ? '' : ` after ${before.type}`;
  const says = `${seed}: ${plan.route} ${plan.beds.map(({ sound }) => sound).join('+')} ${plan.beats.kind} at ${from}, ${body.type}${first}`;
  return {
    plan,
    log,
    timeline: buildTimeline(plan, log, evenGuide),
    from,
    body,
    after: 1.6 + 0.6 * random(),
    says,
  };
}

/** Half of the moments are near a cue or a turn of phase, where most is under way. */
function placeIn(timeline: Timeline, random: () => number): SessionTime {
  const to = timeline.to === OPEN ? 3600 : timeline.to;
  const busy = [...timeline.cues.map((cue) => cue.at), ...timeline.spans.map((span) => span.from)];
  const near = busy[Math.floor(random() * busy.length)] ?? 0;
  const place = random() < 0.5 ? near - 4 + 5 * random() : random() * to;
  return sessionTimeOf(Math.min(Math.max(0, place), to - 5));
}

export function happened(log: SessionLog, body: EventBody, at: SessionTime): SessionLog {
  const last = log.at(-1);
  const event: SessionEvent = {
    ...body,
    seq: log.length,
    at: sessionTimeOf(Math.max(at, last?.at ?? 0)),
    wallMs: 0,
  };
  return [...log, event];
}

export function timelineAfter(timeline: Timeline, plan: Plan, log: SessionLog): Timeline {
  return withEvent(timeline, plan, log, evenGuide);
}
