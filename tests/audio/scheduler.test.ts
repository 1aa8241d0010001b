import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, type AudioTime } from '../../src/audio/clock.ts';
import {
  createScheduler,
  HORIZON,
  MOST_PENDING,
  type CueFault,
  type Onset,
  type Scheduler,
} from '../../src/audio/scheduler.ts';
import type { Cue } from '../../src/session/cues.ts';
import type { EventBody, SessionLog } from '../../src/session/log.ts';
import { planOf } from '../../src/session/plan-reading.ts';
import type { Plan } from '../../src/session/plan.ts';
import { buildTimeline, cuesBetween, withEvent } from '../../src/session/timeline.ts';
import { later, sessionTimeOf, START } from '../../src/session/units.ts';
import { createFakeContext, fakeBuffer, type FakeSource } from '../helpers/audio/fake-context.ts';
import { bellAt, lineAt, planOfRoute } from '../helpers/audio/sessions.ts';
import { evenGuide } from '../helpers/guide.ts';

/** A cue that was handed to the audio thread, and the source it was handed over with. */
interface Commitment {
  readonly cue: Cue;
  readonly source: FakeSource;
}

function createStage(bufferOf: (cue: Cue) => AudioBuffer | undefined = (cue) => fakeBuffer(cue.duration)) {
  const fake = createFakeContext();
  const clock = createClock(fake.context);
  const faults: CueFault[] = [];
  const onsets: Onset[] = [];
  const commitments: Commitment[] = [];
  const scheduler: Scheduler = createScheduler({
    context: fake.context,
    clock,
    destination: () => fake.context.createGain(),
    bufferOf,
    enters: (cue) => cue.bus === 'bell',
    onFault: (fault) => void faults.push(fault),
    onOnset: ({ cue, from }) => void onsets.push({ cue, from }),
    onCommit(cue) {
      const source = fake.sources.at(-1);
      if (source !== undefined) commitments.push({ cue, source });
    },
  });
  clock.set(START, 0 as AudioTime);
  return { ...fake, clock, scheduler, faults, onsets, commitments };
}
type Stage = ReturnType<typeof createStage>;

function begun({ commitments, context }: Stage): Commitment[] {
  return commitments.filter(({ source: { startedAt = Infinity, stoppedAt = Infinity } }) => {
    return startedAt <= context.currentTime && stoppedAt > startedAt;
  });
}

function waiting({ commitments, context }: Stage): Commitment[] {
  return commitments.filter(({ source: { startedAt = 0, stoppedAt } }) => {
    return startedAt > context.currentTime && stoppedAt === undefined;
  });
}

const read = ({ cue }: Pick<Commitment, 'cue'>) => `${cue.id} @ ${cue.at.toFixed(3)}`;

/** Bells and lines so close that the cap matters, phases so short that the turns come often. */
function densePlan(): Plan {
  const base = planOfRoute('practice-run');
  const phase = (name: string, from: number) => ({
    phase: name,
    minutes: 9,
    bed: { start: 0, end: 0 },
    bellLoop: { from, every: 20, soft: true },
    loop: { lines: ['anchor.here'], from: from + 9, every: 20, talk: 'sparse' as const },
  });
  const read = planOf({
    ...base,
    talk: 'full',
    phases: [phase('arriving', 3), phase('resting', 5.5), phase('reentry', 2.25)],
  });
  if (!read.ok) throw new Error(`${read.problem.place}: ${read.problem.expected}`);
  return read.value;
}

const act = fc.oneof(
  ...(
    [
      { type: 'held' },
      { type: 'released' },
      { type: 'phase-extended', by: 300 },
      { type: 'phase-extended', by: -240 },
      { type: 'phase-advanced', to: 'next', observed: false },
      { type: 'phase-advanced', to: 'arriving', observed: false },
      { type: 'talk-changed', talk: 'full' },
      { type: 'talk-changed', talk: 'bells' },
      { type: 'talk-changed', talk: 'silent' },
      { type: 'line-played', line: 'anchor.here' },
      { type: 'grounding-stepped', rung: 2 },
      { type: 'grounding-stepped', rung: 0 },
      { type: 'silenced', fade: 5 },
      { type: 'unsilenced' },
    ] satisfies EventBody[]
  ).map((body) => fc.constant(body as EventBody)),
);
const acts = fc.array(
  fc.record({
    body: act,
    wait: fc.oneof(fc.double({ min: 0.01, max: 4, noNaN: true }), fc.integer({ min: 5, max: 400 })),
  }),
  { minLength: 1, maxLength: 12 },
);

const plan = densePlan();
const beginning = buildTimeline(plan, [], evenGuide);
/** What the live session and the performance leave between a tap and its change. */
const ACT_LEAD = 0.11;

function live(sequence: readonly { readonly body: EventBody; readonly wait: number }[]): void {
  const stage = createStage();
  const { scheduler, clock, context } = stage;
  let log: SessionLog = [];
  let timeline = beginning;
  scheduler.begin(timeline.cues, START);
  scheduler.topUp();
  for (const { body, wait } of sequence) {
    for (const end = context.currentTime + wait; context.currentTime < end;) {
      stage.runTo(Math.min(end, context.currentTime + 97));
      scheduler.tell();
      scheduler.topUp();
    }
    const at = later(clock.position(), ACT_LEAD);
    log = [...log, { ...body, seq: log.length, at, wallMs: 0 }];
    timeline = withEvent(timeline, plan, log, evenGuide);
    scheduler.load(timeline.cues);
    scheduler.topUp();
    const now = clock.position();
    const ahead = cuesBetween(timeline, now, later(now, HORIZON)).filter((cue) => cue.at > now);
    expect(waiting(stage).map(read).sort()).toEqual(
      ahead
        .slice(0, MOST_PENDING)
        .map((cue) => `${cue.id} @ ${cue.at.toFixed(3)}`)
        .sort(),
    );
    expect(scheduler.pending()).toBeLessThanOrEqual(MOST_PENDING);
  }
  stage.runTo(context.currentTime + 50);
  scheduler.tell();
  scheduler.tell(); // asked twice, told once
  expect(stage.onsets.map(read).sort()).toEqual(begun(stage).map(read).sort());
  expect(stage.onsets.filter(({ cue, from }) => cue.at !== from)).toEqual([]);
  const rung = begun(stage);
  const printed = timeline.cues.filter((cue) => cue.at <= clock.position());
  expect(rung.map(read).sort()).toEqual(printed.map((cue) => `${cue.id} @ ${cue.at.toFixed(3)}`).sort());
  expect(
    rung.filter(({ cue, source }) => Math.abs((source.startedAt ?? 0) - clock.when(cue.at)) > 1 / 48_000),
  ).toEqual([]);
  expect(stage.faults).toEqual([]);
}

describe('the scheduler', () => {
  // Mutant: load without retracting -> fails: what was moved sounds at its old place.
  // Mutant: a cap that does not make room for what was asked for since (no retract in topUp) -> fails.
  // Mutant: settled forgotten (`settle` only deletes) -> fails: a cue sounds twice.
  // Mutant: `tell` that does not ask whether it has begun -> fails: what was taken back is told too.
  // Mutant: `told` never set -> fails: told twice.
  it('[E7] [E50] extend, hold, skip, talk at random moments: what is committed is what the timeline says, each once, none late, and what began is told', () => {
    fc.assert(fc.property(acts, live), { numRuns: 1000, seed: 7 });
  }, 60_000);

  it('[E8] commits ten minutes ahead and never more than sixty', () => {
    const stage = createStage();
    const cues = Array.from({ length: 300 }, (_, nth) => bellAt(`bell/${nth}`, 1 + 5 * nth));
    stage.scheduler.begin(cues, START);
    stage.scheduler.topUp();
    expect(stage.scheduler.pending()).toBe(60);
    const sparse = createStage();
    sparse.scheduler.begin(
      Array.from({ length: 40 }, (_, nth) => bellAt(`bell/${nth}`, 60 * (nth + 1))),
      START,
    );
    sparse.scheduler.topUp();
    expect(waiting(sparse).at(-1)?.cue.at).toBe(540);
  });

  it('[E8] a line that is asked for while sixty wait takes its place among them', () => {
    const stage = createStage();
    const cues = Array.from({ length: 80 }, (_, nth) => bellAt(`bell/${nth}`, 2 + 5 * nth));
    stage.scheduler.begin(cues, START);
    stage.scheduler.topUp();
    stage.scheduler.load([lineAt('asked', 0.8), ...cues]);
    stage.scheduler.topUp();
    expect(waiting(stage).map(({ cue }) => cue.id)).toContain('asked');
    expect(stage.scheduler.pending()).toBe(60);
  });

  // Mutant: LATEST endless -> fails: all of them at once.
  it('[E9] what is late is left out and told, never made up for in a burst', () => {
    const stage = createStage();
    stage.scheduler.begin([], START);
    stage.runTo(30);
    stage.scheduler.load([bellAt('bell', 20), lineAt('line', 27), bellAt('just', 29.9), lineAt('near', 29)]);
    stage.scheduler.topUp();
    expect(stage.faults.map(({ cue, reason }) => `${cue} ${reason}`)).toEqual(['bell late', 'line late']);
    expect(stage.commitments.map(({ cue }) => cue.id)).toEqual(['just', 'near']);
  });

  it('[E9] a clip that is not decoded yet is waited for, and told as missing when its time is over', () => {
    const decoded = new Map<string, AudioBuffer>();
    const stage = createStage(({ id }) => decoded.get(id));
    stage.scheduler.begin([lineAt('comes', 5), lineAt('never', 6)], START);
    stage.scheduler.topUp();
    expect(stage.commitments).toEqual([]);
    decoded.set('comes', fakeBuffer(2));
    stage.scheduler.topUp();
    stage.runTo(9);
    stage.scheduler.topUp();
    expect(begun(stage).map(({ cue }) => cue.id)).toEqual(['comes']);
    expect(stage.faults).toEqual([{ cue: 'never', reason: 'missing', at: 6 }]);
  });

  it('[E10] begun in the middle: a bell rings on, a half sentence is not said, and neither counts as late', () => {
    const stage = createStage();
    stage.clock.set(sessionTimeOf(10), 0 as AudioTime);
    stage.scheduler.begin(
      [bellAt('rings', 4), lineAt('half', 9, 5), bellAt('over', -30), lineAt('next', 12)],
      sessionTimeOf(10),
    );
    stage.scheduler.topUp();
    expect(stage.commitments.map(({ cue }) => cue.id)).toEqual(['rings', 'next']);
    expect(stage.faults).toEqual([]);
  });

  // Mutant: `ended` that does not tell -> fails: the short line is lost.
  // Mutant: `from` as the cue's own place -> fails for the bell.
  it('[E50] a line that is over before anybody asks is told all the same, and a bell where it was taken up', () => {
    const stage = createStage();
    stage.clock.set(sessionTimeOf(10), 0 as AudioTime);
    stage.scheduler.begin([bellAt('rings', 4), lineAt('short', 11, 0.5)], sessionTimeOf(10));
    stage.runTo(0.9);
    stage.scheduler.tell();
    expect(stage.onsets.map(({ cue, from }) => [cue.id, from])).toEqual([['rings', 10]]);
    stage.runTo(2);
    stage.scheduler.tell();
    expect(stage.onsets.map(({ cue, from }) => [cue.id, from])).toEqual([
      ['rings', 10],
      ['short', 11],
    ]);
  });

  it('[E7] what sounds is left to sound when it is no longer in the timeline', () => {
    const stage = createStage();
    stage.scheduler.begin([bellAt('bell', 1)], START);
    stage.scheduler.topUp();
    stage.runTo(5);
    stage.scheduler.load([]);
    expect(stage.sources.map(({ stoppedAt }) => stoppedAt)).toEqual([undefined]);
  });

  // Mutant: close leaves `wanted` as it is -> fails.
  it('[E7] after close nothing is committed, also not by a top-up that was under way', () => {
    const stage = createStage();
    stage.scheduler.begin([bellAt('bell', 1)], START);
    stage.scheduler.close();
    stage.scheduler.topUp();
    expect(stage.sources.map(({ stoppedAt }) => stoppedAt)).toEqual([0]);
  });
});
