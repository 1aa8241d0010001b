import { describe, expect, it, vi } from 'vitest';
import { hzAt, levelAt, STEEPEST_RISE, type Automation } from '#session/automation.ts';
import { endOfCue, isQuiet, isVoice, plainId, QUIET_GAP, REST_BETWEEN, type Cue } from '#session/cues.ts';
import { duckDepths } from '#session/ducking.ts';
import { ASK_LEAD } from '#session/grounding.ts';
import { layerIdOf } from '#session/layering.ts';
import { BUSES } from '#session/layers.ts';
import { eventsInForce, type EventBody, type SessionEvent } from '#session/log.ts';
import { buildTimeline, busLevel, cuesBetween, foreseenSpans, type Timeline } from '#session/timeline.ts';
import { bedKnob, busKnob } from '#session/mix.ts';
import { FADE_FLOOR, later, OPEN, sessionTimeOf, SILENCE, START, type Span } from '#session/units.ts';
import { underCeiling } from '#session/volume.ts';
import { ANCHOR_LINE, evenGuide } from '../helpers/guide.ts';
import { always, lastOf, RUNS, type Lived } from '../helpers/lived.ts';

// What any session keeps, whatever happens in it. Beside a property: changes of the code that were seen to break it.
vi.setConfig({ testTimeout: 30_000 + RUNS * 100 });

interface Step {
  readonly event: SessionEvent;
  readonly before: Timeline;
  readonly after: Timeline;
}

function isAsking({ type }: SessionEvent): boolean {
  return type === 'line-played' || type === 'anchor-line-played';
}

function stepsOf({ log, steps }: Lived): Step[] {
  return log.flatMap((event, nth) => {
    const [before, after] = [steps[nth], steps[nth + 1]];
    return before === undefined || after === undefined ? [] : [{ event, before, after }];
  });
}

function automationsOf(timeline: Timeline): Automation[] {
  return [
    timeline.master,
    ...BUSES.flatMap((bus) => [timeline.levels[bus], timeline.ducking[bus], timeline.thinning[bus]]),
    ...timeline.layers.flatMap((layer) => [layer.level, layer.knob]),
  ];
}

/** Moments before `at` at which something could have changed. */
function momentsBefore(at: number, ...timelines: readonly Timeline[]): number[] {
  const corners = timelines
    .flatMap(automationsOf)
    .flatMap((automation) => automation.map((point) => point.at));
  const near = [0.001, 0.3, 2, 7].map((ago) => at - ago);
  return [...new Set([...corners, ...near, at / 2, at / 3])].filter((it) => it >= 0 && it < at);
}

/** Everything that can be heard at a moment, as one flat record. */
function heardAt(timeline: Timeline, moment: number): Record<string, number> {
  const at = sessionTimeOf(moment);
  const heard: Record<string, number> = { master: levelAt(timeline.master, at) };
  for (const bus of BUSES) {
    heard[`${bus} level`] = levelAt(timeline.levels[bus], at);
    heard[`${bus} steps back`] = levelAt(timeline.ducking[bus], at) + levelAt(timeline.thinning[bus], at);
  }
  for (const { id, from, to, level, knob, sound } of timeline.layers) {
    if (moment < from || moment >= to) continue;
    heard[id] = levelAt(level, at);
    heard[`${id} knob`] = levelAt(knob, at);
    if (sound.kind === 'beats') heard[`${id} Hz`] = hzAt(sound.glide, at);
    if (sound.kind === 'breath') heard[`${id} origin`] = sound.origin;
  }
  return heard;
}

function expectSameSound(one: Record<string, number>, other: Record<string, number>, within = 1e-9): void {
  const names = Object.keys(one).join();
  if (names !== Object.keys(other).join()) expect(names).toBe(Object.keys(other).join());
  for (const [what, value] of Object.entries(one)) {
    const difference = Math.abs(value - (other[what] ?? Number.NaN));
    if (!(difference <= within)) expect.fail(`${what}: ${value} became ${String(other[what])}`);
  }
}

const lasting = ({ cue, interruptedAt }: { cue: Cue; interruptedAt: number | undefined }): Cue =>
  interruptedAt !== undefined && endOfCue(cue) > interruptedAt
    ? { ...cue, duration: interruptedAt - cue.at }
    : cue;

function expectTiles(spans: readonly Span[], to: number): void {
  expect(spans[0]?.from).toBe(START);
  for (const [nth, span] of spans.entries()) {
    expect(span.to).toBeGreaterThan(span.from);
    expect(span.to).toBe(spans[nth + 1]?.from ?? to);
  }
}

describe('the timeline of any session', () => {
  it('[T1] is the same, built at once or event by event', () => {
    always((lived) => {
      expect(buildTimeline(lived.plan, lived.log, evenGuide)).toEqual(lastOf(lived));
    });
  });

  // cuesBetween with `from < cue.at`: red
  it('[T2] has every cue once in windows that meet', () => {
    always((lived) => {
      const timeline = lastOf(lived);
      const corners = timeline.cues.map((cue) => cue.at);
      const [first = START, second = START] = [corners[corners.length >> 1], corners.at(-1)];
      for (const middle of [first, second, later(first, 0.5)]) {
        const [from, to] = [START, later(middle, 700)];
        const parts = [...cuesBetween(timeline, from, middle), ...cuesBetween(timeline, middle, to)];
        expect(parts).toEqual(cuesBetween(timeline, from, to));
      }
    });
  });

  // splice with `kept` empty, begunCues with `<=`, spans from `wanted` alone: each red
  it('[T3] is not changed by an event before it', () => {
    always((lived) => {
      for (const { event, before, after } of stepsOf(lived)) {
        const interruptedAt = event.type === 'interrupted' && after !== before ? Number(event.at) : undefined;
        const past = (timeline: Timeline) => timeline.cues.filter((cue) => cue.at < event.at);
        expect(past(after)).toEqual(past(before).map((cue) => lasting({ cue, interruptedAt })));
        for (const moment of momentsBefore(event.at, before, after)) {
          expectSameSound(heardAt(before, moment), heardAt(after, moment));
          const phaseAt = ({ spans }: Timeline) =>
            spans.find((span) => span.from <= moment && moment < span.to)?.phase;
          if (phaseAt(after) !== phaseAt(before)) expect.fail(`another phase at ${moment}`);
        }
      }
    });
  });

  // closed() that leaves the last span as it was: red
  it('[T4] has its phases one after another without a hole', () => {
    always((lived) => {
      for (const timeline of lived.steps) expectTiles(timeline.spans, timeline.to);
    });
  });

  it('[T5] has no known end exactly while a preparation is open or a phase is held', () => {
    always((lived) => {
      for (const { to, state } of lived.steps) {
        const { nth, heldSince, until } = state.course;
        const waits = lived.plan.phases[nth]?.openEnded === true || heldSince !== undefined;
        expect(to === OPEN).toBe(waits && state.endedAt === undefined && until === undefined);
      }
    });
  });

  // closed() with `to: at`; changed() without endsTooSoon: each red
  it('[T6] ends in silence, and never sooner after an event than in 8 s', () => {
    always((lived) => {
      for (const { event, before, after } of stepsOf(lived)) {
        if (after.to === OPEN) continue;
        expect(levelAt(after.master, after.to)).toBe(SILENCE);
        if (after.to < before.to) expect(after.to).toBeGreaterThanOrEqual(event.at + 8);
      }
    });
  });

  it('[T7] is not taken up again once it is over', () => {
    always((lived) => {
      for (const { event, before, after } of stepsOf(lived))
        if (event.at >= before.to) expect({ ...after, state: before.state }).toEqual(before);
    });
  });

  it('[T8] has its beds from the beginning to the end, and no sound after it', () => {
    always(({ plan, log, steps }) => {
      for (const { layers, cues, to } of steps) {
        const removed = log.flatMap((event) => (event.type === 'bed-removed' ? [event.bed] : []));
        for (const { sound } of plan.beds.filter((bed) => !removed.includes(bed.sound)))
          expectTiles(
            layers.filter((layer) => plainId(layer.id) === layerIdOf(sound)),
            to,
          );
        expect(layers.filter((layer) => layer.to > to || layer.from >= layer.to)).toEqual([]);
        expect(cues.filter((cue) => cue.at >= to)).toEqual([]);
      }
    });
  });

  it('[T9] is foreseen without a hole, to an end', () => {
    always((lived) => {
      const timeline = lastOf(lived);
      for (const ahead of [1, 30, 400, 4000]) {
        const spans = foreseenSpans(timeline, lived.plan, later(lived.log.at(-1)?.at ?? START, ahead));
        const to = spans.at(-1)?.to ?? 0;
        expectTiles(spans, to);
        expect(to).toBeLessThan(OPEN);
      }
    });
  });
});

describe('the cues of any session', () => {
  // renamed() that returns the cue: red
  it('[C1] are in order, and each has an id of its own', () => {
    always((lived) => {
      const { cues, layers } = lastOf(lived);
      expect(cues.map((cue) => cue.at)).toEqual(cues.map((cue) => cue.at).sort((a, b) => a - b));
      expect(new Set(cues.map((cue) => cue.id)).size).toBe(cues.length);
      expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
    });
  });

  // speaks() without the talk, bellCues() without 'silent': each red
  it('[C2] keep to the amount of talk in force', () => {
    always((lived) => {
      for (const { event, after } of stepsOf(lived)) {
        const ahead = after.cues.filter((cue) => cue.at >= event.at && !cue.asked);
        if (after.state.talk === 'silent') expect(ahead).toEqual([]);
        if (after.state.talk === 'bells') expect(ahead.filter(isVoice)).toEqual([]);
      }
    });
  });

  // speaks() without isQuiet: red
  it('[C3] leave peak and plateau without an unasked voice in "sparse"', () => {
    always((lived) => {
      for (const { event, after } of stepsOf(lived)) {
        if (after.state.talk !== 'sparse') continue;
        const quiet = after.spans.filter((span) => isQuiet(span.phase));
        const voices = after.cues.filter((cue) => isVoice(cue) && !cue.asked && cue.at >= event.at);
        const inQuiet = voices.filter((cue) => quiet.some((span) => span.from <= cue.at && cue.at < span.to));
        expect(inQuiet).toEqual([]);
      }
    });
  });

  // comesTooSoon() that returns false: red
  it('[C4] let five minutes pass between two unasked lines in quiet phases', () => {
    always((lived) => {
      const { cues } = lastOf(lived);
      const unasked = cues.filter((cue) => isVoice(cue) && !cue.asked && /^(peak|plateau)\//.test(cue.id));
      for (const [nth, cue] of unasked.slice(1).entries())
        expect(cue.at - (unasked[nth]?.at ?? 0)).toBeGreaterThanOrEqual(QUIET_GAP);
    });
  });

  // freePlace() that returns line.at: red
  it('[C7] never speak into one another, and rest three seconds where nobody asked', () => {
    always((lived) => {
      for (const { cues } of lived.steps) {
        const voices = cues.filter(isVoice);
        for (const [nth, cue] of voices.slice(1).entries()) {
          const before = voices[nth];
          if (before === undefined) continue;
          const rest = cue.at - endOfCue(before);
          expect(rest).toBeGreaterThanOrEqual(cue.asked || before.asked ? -1e-9 : REST_BETWEEN - 1e-9);
        }
      }
    });
  });

  // ASK_LEAD of 0.3: red
  it('[C9] begin what was asked for 0.8 s after the tap at the earliest, the bed having stepped back', () => {
    always((lived) => {
      for (const { event, after } of stepsOf(lived)) {
        const own = isAsking(event) ? `asked/voice/${event.seq}` : `ground/voice/${event.seq}/`;
        for (const cue of after.cues.filter((it) => it.id.startsWith(own))) {
          expect(cue.at).toBeGreaterThanOrEqual(event.at + ASK_LEAD - 1e-9);
          const depth = duckDepths(after.state.mix).bed;
          expect(levelAt(after.ducking.bed, cue.at)).toBeCloseTo(depth, 6);
        }
      }
    });
  });

  // Mutants: `stateAfter` finds an anchor line for `line-played` too, `evenGuide.line` knows it (plans and rungs name
  // it), one tap asks twice: red each.
  it('[V3] say a line of somebody close once for each tap on it, and never without', () => {
    let said = 0;
    always(({ log, steps }) => {
      for (const { cues } of steps) {
        const familiar = cues.filter((cue) => isVoice(cue) && cue.clip === ANCHOR_LINE);
        const taps = familiar.map((cue) => {
          const tap = log.find(({ seq }) => cue.id === `asked/voice/${seq}`);
          return tap?.type === 'anchor-line-played' && tap.line === ANCHOR_LINE && tap.at < cue.at && tap.seq;
        });
        expect(taps).not.toContain(false);
        expect(new Set(taps).size).toBe(familiar.length);
        said += familiar.length;
      }
    });
    expect(said).toBeGreaterThan(RUNS / 10);
  });

  it('[C10] are neither spoken nor struck unasked while a phase is held', () => {
    always((lived) => {
      for (const { event, after } of stepsOf(lived)) {
        if (after.state.course.heldSince === undefined || after.state.endedAt !== undefined) continue;
        const unasked = after.cues.filter((cue) => cue.at >= event.at && !cue.asked);
        expect(unasked.filter(({ id }) => !id.endsWith('/bell/hold'))).toEqual([]);
      }
    });
  });
});

describe('the levels of any session', () => {
  it('[A1] are finite and in order', () => {
    always((lived) => {
      for (const automation of lived.steps.flatMap(automationsOf)) {
        expect(automation.length).toBeGreaterThan(0);
        for (const [nth, point] of automation.entries()) {
          const inOrder = point.at >= (automation[nth - 1]?.at ?? -Infinity);
          if (!inOrder || !Number.isFinite(point.at + point.level)) expect.fail(JSON.stringify(automation));
        }
      }
    });
  });

  // wayTo() without catchUp, bedLayer() without gentle: each red
  it('[A2] rise at most 6 dB a second once they can be heard', () => {
    always((lived) => {
      for (const automation of lived.steps.flatMap(automationsOf))
        for (const [nth, to] of automation.slice(1).entries()) {
          const from = automation[nth];
          if (from === undefined || to.level <= Math.max(from.level, FADE_FLOOR)) continue;
          const most = STEEPEST_RISE * (to.at - from.at) + 1e-6;
          if (to.level - from.level > most) expect.fail(`${JSON.stringify(from)} to ${JSON.stringify(to)}`);
        }
    });
  });

  // spliced() that splices every bus at every event: red, for a rise then starts anew
  it('[A3] are what was said, as soon as a rise allows, until somebody says otherwise', () => {
    always((lived) => {
      const timeline = lastOf(lived);
      const inForce = new Set(eventsInForce(lived.log).map((event) => event.seq));
      const undone = lived.log.some((event) => event.type === 'undone');
      const touched = lived.log.some(({ type }) => type === 'strip-muted' || type === 'strip-soloed');
      for (const bus of BUSES) {
        const said = lived.log.filter((event) => event.type === 'bus-level-changed' && event.bus === bus);
        for (const [nth, event] of said.entries()) {
          if (event.type !== 'bus-level-changed' || undone || touched || !inForce.has(event.seq)) continue;
          const over = lived.steps[event.seq]?.state.endedAt ?? lived.steps[event.seq]?.to ?? OPEN;
          if (event.at >= over) continue;
          const was = levelAt(timeline.levels[bus], event.at);
          const level = underCeiling(event.level, lived.plan.ceiling);
          const rise = Math.max(0, level - Math.max(was, FADE_FLOOR)) / STEEPEST_RISE;
          const settled = event.at + Math.max(0.25, rise) + 0.06;
          const until = said[nth + 1]?.at ?? settled + 500;
          for (const at of [settled, (settled + until) / 2])
            if (at < until) expect(levelAt(timeline.levels[bus], sessionTimeOf(at))).toBeCloseTo(level, 9);
        }
      }
    });
  });

  // continued() that keeps the old knob: red. (bedKnob() without isHeard: red for the examples of [M5], [M6] and [M7].)
  it('[M4] [M5] [M6] of a bed are what the mix says, once a rise had its time', () => {
    always(({ log, steps }) => {
      for (const [nth, timeline] of steps.entries()) {
        const { mix, endedAt } = timeline.state;
        const from = log[nth - 1]?.at ?? START;
        if (endedAt !== undefined) continue;
        for (const bed of mix.beds) {
          const layer = timeline.layers.findLast(({ id }) => plainId(id) === layerIdOf(bed.sound));
          const settled = later(from, 0.3 + Math.max(0, (bedKnob(mix, bed) - FADE_FLOOR) / STEEPEST_RISE));
          if (layer === undefined || settled > timeline.to) continue;
          if (Math.abs(levelAt(layer.knob, settled) - bedKnob(mix, bed)) > 1e-6)
            expect.fail(`${bed.sound} after ${log[nth - 1]?.type}: ${JSON.stringify(layer.knob)}`);
        }
        for (const bus of BUSES) {
          const settled = later(from, 0.3 + Math.max(0, (busKnob(mix, bus) - FADE_FLOOR) / STEEPEST_RISE));
          if (settled > timeline.to) continue;
          expect(levelAt(timeline.levels[bus], settled)).toBeCloseTo(busKnob(mix, bus), 6);
        }
      }
    });
  });

  // mixAfter() or beginMix() without underCeiling, bedKnob() with `level` alone: each red
  it('[K10] never go above the ceiling, nor a bed on top of its bus', () => {
    always((lived) => {
      const { ceiling } = lived.plan;
      if (ceiling === undefined) return;
      const { levels, layers } = lastOf(lived);
      for (const { level } of BUSES.flatMap((bus) => levels[bus]))
        expect(level).toBeLessThanOrEqual(Math.max(ceiling, SILENCE));
      for (const { knob, bus } of layers)
        for (const { at } of [...knob, ...levels[bus]]) {
          const both = levelAt(knob, at) + levelAt(levels[bus], at);
          if (both > ceiling + 1e-6) expect.fail(`${both} dB at ${at}, under ${ceiling}`);
        }
    });
  });

  it('[A3] add up to the level of a bus', () => {
    always((lived) => {
      const timeline = lastOf(lived);
      const parts = [timeline.levels.bed, timeline.ducking.bed, timeline.thinning.bed];
      const whole = busLevel(timeline, 'bed');
      for (const { at } of parts.flat()) {
        const total = parts.reduce((level, part) => level + levelAt(part, at), 0);
        if (Math.abs(levelAt(whole, at) - Math.max(SILENCE, total)) > 1e-6) expect.fail(`not at ${at}`);
      }
    });
  });
});

describe('the layers of any session', () => {
  // entering() without its splice: red
  it('[A7] come in from silence and go back to it, but for the bed', () => {
    always((lived) => {
      const { layers, to } = lastOf(lived);
      for (const layer of layers.filter(({ bus }) => bus !== 'bed')) {
        expect(levelAt(layer.level, layer.from)).toBe(SILENCE);
        if (layer.to < to) expect(levelAt(layer.level, layer.to)).toBeCloseTo(SILENCE, 6);
      }
    });
  });
});

describe('the log of any session', () => {
  // withEvent() without `state === timeline.state`: red
  it('[L1] leaves a timeline alone where an event changes nothing that sounds', () => {
    always((lived) => {
      for (const { event, before, after } of stepsOf(lived))
        if (event.type === 'noted' || event.type === 'started') expect(after).toBe(before);
    });
  });

  const acts: readonly EventBody[] = [
    { type: 'held' },
    { type: 'released' },
    { type: 'phase-extended', by: 60 },
    { type: 'phase-extended', by: -3600 },
    { type: 'phase-advanced', to: 'next', observed: false },
    { type: 'silenced', fade: 1 },
    { type: 'grounding-stepped', rung: 1 },
    { type: 'talk-changed', talk: 'silent' },
    { type: 'bus-level-changed', bus: 'bed', level: -30 },
    { type: 'layer-level-changed', layer: 'ocean', level: -30 },
    { type: 'strip-soloed', strip: 'bed', soloed: true },
    { type: 'bed-removed', bed: 'ocean' },
    { type: 'ended' },
  ];
  const SETTLED = 60;

  // stateTakenBack() that keeps the course, or withUndone() that folds from `timeline` instead of `never`: each red
  it('[L3] goes on, once an act is taken back, as if that had not been', () => {
    always((lived) => {
      const never = lastOf(lived);
      const act = acts[lived.log.length % acts.length] ?? { type: 'held' };
      const tap = later(lived.log.at(-1)?.at ?? START, 20);
      const back = later(tap, 3);
      const settled = later(back, SETTLED);
      const seq = lived.log.length;
      const spoken = never.cues.some((cue) => endOfCue(cue) >= tap && cue.at < settled);
      if (never.state.endedAt !== undefined || spoken || never.to < settled) return;
      const log: SessionEvent[] = [
        ...lived.log,
        { ...act, at: tap, seq, wallMs: 0 },
        { type: 'undone', undoes: seq, at: back, seq: seq + 1, wallMs: 0 },
      ];
      const undone = buildTimeline(lived.plan, log, evenGuide);
      if (undone.cues.some((cue) => cue.at >= tap && cue.at < settled)) return; // what was said stays said
      const ahead = ({ spans }: Timeline, from: number) =>
        spans.filter((span) => span.to > from).map((span) => [span.phase, span.to]);
      expect(ahead(undone, settled)).toEqual(ahead(never, settled));
      const coming = ({ cues }: Timeline) =>
        cues.filter((cue) => cue.at >= settled).map((cue) => [plainId(cue.id), cue.at.toFixed(6)]);
      expect(coming(undone)).toEqual(coming(never));
      for (const after of [0, 7, 100, 1000]) {
        const moment = Math.min(settled + after, never.to - 1);
        expectSameSound(levelsIn(undone, moment), levelsIn(never, moment), 0.01);
      }
    });
  });
});

/** What can be heard at a moment, whichever round of its layer it is; what is silent is not heard. */
function levelsIn(timeline: Timeline, moment: number): Record<string, number> {
  const layers = timeline.layers.filter(
    (layer) => levelAt(layer.level, sessionTimeOf(moment)) > SILENCE + 0.01,
  );
  const heard = Object.entries(heardAt({ ...timeline, layers }, moment));
  const shown = heard.filter(([what]) => !what.endsWith('origin'));
  return Object.fromEntries(shown.map(([what, value]) => [what.replace(/~\d+/, ''), value]));
}
