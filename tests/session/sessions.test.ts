import { describe, expect, it } from 'vitest';
import { hzAt, levelAt } from '#session/automation.ts';
import { isVoice } from '#session/cues.ts';
import { breaths, EXTENDED_EXHALE } from '#session/breath-patterns.ts';
import { breathAt } from '#session/breath.ts';
import { duckDepths } from '#session/ducking.ts';
import { t0Of } from '#session/entries.ts';
import { eachBus, layerLevel, type BedSound, type Bus, type Layer } from '#session/layers.ts';
import { eventsInForce, type SessionLog } from '#session/log.ts';
import { beginMix } from '#session/mix.ts';
import { planOf } from '#session/plan-reading.ts';
import { printTimeline } from '#session/print.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { soundingAt, spanAt, type Timeline } from '#session/timeline.ts';
import { OPEN, sessionTimeOf as at, SILENCE } from '#session/units.ts';
import { logged, min, phase, plan, shippedPlan, timelineOf } from '../helpers/sessions.ts';

const spans = (timeline: Timeline) => timeline.spans.map(({ phase: name, from, to }) => [name, from, to]);
const said = (timeline: Timeline) =>
  timeline.cues.filter(isVoice).map((cue) => [cue.clip, Math.round(cue.at * 10) / 10]);
const struck = (timeline: Timeline) => timeline.cues.filter((cue) => cue.bus === 'bell').map((cue) => cue.at);
function layer(timeline: Timeline, id: string): Layer {
  const found = timeline.layers.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no layer ${id}`);
  return found;
}
const bedAt = (timeline: Timeline, seconds: number) =>
  levelAt(layer(timeline, 'bed/ocean').level, at(seconds));

/** "You are here." takes 2 s, "A blanket is coming, to keep you warm." 5.3 s. */
const HERE = 'anchor.here';
const BLANKET = 'ask.blanket';
const three = plan({
  phases: [
    phase({ phase: 'preparation', minutes: 5, openEnded: true }),
    phase({ phase: 'onset', minutes: 10 }),
    phase({ phase: 'rest', minutes: 10 }),
  ],
});
const talking = (...lines: { line: string; at?: number; before?: number }[]) =>
  plan({ phases: [phase({ lines }), phase({ phase: 'rest' })] });

describe('where a session stands', () => {
  it('[P1] the preparation goes on until the medicine is given', () => {
    expect(spans(timelineOf(three, logged([0, { type: 'started' }])))).toEqual([['preparation', 0, OPEN]]);
    const given = timelineOf(three, logged([400, { type: 'medicine-given' }]));
    expect(spans(given)).toEqual([
      ['preparation', 0, 400],
      ['onset', 400, 1000],
      ['rest', 1000, 1600],
    ]);
    const device = timelineOf(three, logged([400, { type: 'device-started', device: 1 }]));
    expect(spans(device)).toEqual(spans(given));
    const second = logged(
      [400, { type: 'device-started', device: 1 }],
      [700, { type: 'device-started', device: 2 }],
    );
    expect(spans(timelineOf(three, second))).toEqual(spans(given));
  });

  it('[P2] a phase that is tapped begins now, and what follows slides', () => {
    const iv = shippedPlan('iv');
    const log = [...logged([min(20), { type: 'medicine-given' }])];
    const early = logged(
      [min(20), { type: 'medicine-given' }],
      [min(45), { type: 'phase-advanced', to: 'reentry', observed: true }],
    );
    expect(timelineOf(iv, log).to).toBe(min(120));
    expect(spans(timelineOf(iv, early)).slice(-3)).toEqual([
      ['peak', min(40), min(45)],
      ['reentry', min(45), min(75)],
      ['rest', min(75), min(95)],
    ]);
  });

  it('[P3] a phase waits in a hold and goes on where it was', () => {
    const calm = talking({ line: HERE, at: 300 });
    const log = logged([100, { type: 'held' }], [160, { type: 'held' }], [400, { type: 'released' }]);
    expect(said(timelineOf(calm, log))).toEqual([[HERE, 600]]);
    expect(timelineOf(calm, log).to).toBe(1500);
    const again = logged([100, { type: 'held' }], [400, { type: 'released' }], [500, { type: 'released' }]);
    expect(timelineOf(calm, again).to).toBe(1500);
  });

  it('[P4] shortened below what has passed, a phase ends now', () => {
    const shorter = logged([400, { type: 'medicine-given' }], [800, { type: 'phase-extended', by: -300 }]);
    expect(spans(timelineOf(three, shorter)).slice(1)).toEqual([
      ['onset', 400, 800],
      ['rest', 800, 1400],
    ]);
    const held = logged(
      [400, { type: 'medicine-given' }],
      [700, { type: 'held' }],
      [800, { type: 'phase-extended', by: -600 }],
    );
    expect(timelineOf(three, held).to).toBe(OPEN);
    const released = [...held, ...logged([900, { type: 'released' }]).map((event) => ({ ...event, seq: 9 }))];
    expect(spans(timelineOf(three, released)).at(-1)).toEqual(['rest', 900, 1500]);
  });

  it('[P5] entered again, a phase takes its planned time again', () => {
    const log = logged(
      [400, { type: 'medicine-given' }],
      [500, { type: 'phase-extended', by: 120 }],
      [700, { type: 'phase-advanced', to: 'rest', observed: false }],
      [760, { type: 'phase-advanced', to: 'onset', observed: false }],
    );
    expect(spans(timelineOf(three, log)).at(-2)).toEqual(['onset', 760, 1360]);
  });

  it('[P6] moving on ends a hold', () => {
    const log = logged(
      [400, { type: 'medicine-given' }],
      [500, { type: 'held' }],
      [600, { type: 'phase-advanced', to: 'next', observed: false }],
      [650, { type: 'released' }],
    );
    expect(spans(timelineOf(three, log)).at(-1)).toEqual(['rest', 600, 1200]);
  });

  it('[T6] moving on from the last phase ends the session', () => {
    const log = logged(
      [400, { type: 'medicine-given' }],
      [1100, { type: 'phase-advanced', to: 'next', observed: false }],
    );
    const timeline = timelineOf(three, log);
    expect([timeline.to, timeline.state.endedAt]).toEqual([1108, 1100]);
    expect(spans(timeline).at(-1)).toEqual(['rest', 1000, 1108]);
  });

  it('[T6] brought nearer than its fade, or ended just before it ends, it takes the time to fade', () => {
    const shortened = timelineOf(plan(), logged([500, { type: 'phase-extended', by: -97 }]));
    const ended = timelineOf(plan(), logged([598, { type: 'ended' }]));
    expect([shortened.to, ended.to]).toEqual([508, 606]);
    for (const timeline of [shortened, ended]) {
      expect(layer(timeline, 'bed/ocean').to).toBe(timeline.to);
      expect(levelAt(timeline.master, timeline.to)).toBe(SILENCE);
    }
  });

  it('[T10] asks what sounds at a moment: from the beginning of a cue, up to its end', () => {
    const timeline = timelineOf(talking({ line: HERE, at: 30 }), []);
    const heard = (seconds: number) => soundingAt(timeline, at(seconds)).cues.length;
    expect([29.9, 30, 31.9, 32].map(heard)).toEqual([0, 1, 1, 0]);
    expect([599, 600, 1200].map((seconds) => spanAt(timeline, at(seconds))?.phase)).toEqual([
      'onset',
      'rest',
      undefined,
    ]);
  });
});

describe('what is said and struck', () => {
  it('[C5] a line before the end is not said again when the end moves', () => {
    const landing = talking({ line: HERE, before: 60 });
    expect(said(timelineOf(landing, logged([560, { type: 'phase-extended', by: 300 }])))).toEqual([
      [HERE, 540],
    ]);
    expect(said(timelineOf(landing, logged([500, { type: 'phase-extended', by: 300 }])))).toEqual([
      [HERE, 840],
    ]);
  });

  it('[C6] a line whose place slips into the past is said now', () => {
    const landing = talking({ line: HERE, before: 60 });
    expect(said(timelineOf(landing, logged([400, { type: 'phase-extended', by: -180 }])))).toEqual([
      [HERE, 400.8],
    ]);
  });

  it('[C6] a line that waits for another outlasts an event', () => {
    const pair = talking({ line: BLANKET, at: 30 }, { line: HERE, at: 31 });
    const undisturbed = said(timelineOf(pair, []));
    expect(undisturbed).toEqual([
      [BLANKET, 30],
      [HERE, 38.3],
    ]);
    const log = logged([33, { type: 'bus-level-changed', bus: 'bed', level: -3 }]);
    expect(said(timelineOf(pair, log))).toEqual(undisturbed);
  });

  it('[C7] a line that would not end within its phase is left out', () => {
    expect(said(timelineOf(talking({ line: HERE, at: 599 }), []))).toEqual([]);
    expect(said(timelineOf(talking({ line: HERE, at: 597 }), []))).toEqual([[HERE, 597]]);
  });

  it('[C8] a bell waits for the line it would fall into', () => {
    const both = plan({
      phases: [phase({ lines: [{ line: BLANKET, at: 30 }], bells: [{ at: 29.5 }, { at: 50 }, { at: 60 }] })],
    });
    expect(struck(timelineOf(both, []))).toEqual([36.3, 50, 60]);
    const asked = logged([60.5, { type: 'line-played', line: HERE }]);
    expect(struck(timelineOf(both, asked))).toEqual([36.3, 50, 60]);
  });

  it('[C9] a second line that is asked for waits for the first', () => {
    const log = logged(
      [100, { type: 'line-played', line: BLANKET }],
      [101, { type: 'line-played', line: HERE }],
    );
    expect(said(timelineOf(talking({ line: HERE, at: 102 }), log))).toEqual([
      [BLANKET, 100.8],
      [HERE, 106.9],
      [HERE, 111.9],
    ]);
  });
});

describe('how loud it is', () => {
  it('[A3] a slider on its way up is not slowed by another tap', () => {
    const quiet = plan({ levels: { voice: 0, bell: 0, breath: 0, bed: -40, beats: 0 } });
    const log = logged(
      [100, { type: 'bus-level-changed', bus: 'bed', level: -10 }],
      [104.9, { type: 'talk-changed', talk: 'bells' }],
    );
    expect(levelAt(timelineOf(quiet, log).levels.bed, at(105))).toBeCloseTo(-10, 9);
  });

  it('[A4] the closing fade takes 40 s, and other events leave it alone', () => {
    const timeline = timelineOf(talking(), logged([1180, { type: 'line-played', line: HERE }]));
    expect(timeline.master.slice(-3)).toEqual([
      { at: 1160, level: 0 },
      { at: 1199, level: -48 },
      { at: 1200, level: SILENCE },
    ]);
    const held = timelineOf(talking(), logged([1180, { type: 'held' }]));
    expect(levelAt(held.master, at(1190))).toBe(0);
  });

  it('[A5] the bed comes to a new phase within 12 s and waits in a hold', () => {
    const rising = plan({
      phases: [
        phase({ bed: { start: -12, end: -6 } }),
        phase({ phase: 'rest', bed: { start: -10, end: -10 } }),
      ],
    });
    const plain = timelineOf(rising, []);
    expect([0, 600, 606, 612].map((seconds) => bedAt(plain, seconds))).toEqual([-12, -6, -8, -10]);
    const held = timelineOf(rising, logged([306, { type: 'held' }]));
    expect([320, 3000].map((seconds) => bedAt(held, seconds))).toEqual([-9, -9]);
  });

  it('[A6] beats glide slowly and do not dip from one phase to the next', () => {
    const iv = shippedPlan('iv', { beats: 'binaural' });
    const log = logged(
      [min(20), { type: 'medicine-given' }],
      [min(30), { type: 'phase-advanced', to: 'peak', observed: true }],
    );
    const beats = layer(timelineOf(iv, log), 'beats');
    for (let second = min(29); second < min(40); second++)
      expect(levelAt(beats.level, at(second))).toBeCloseTo(0, 9);
    if (beats.sound.kind !== 'beats') throw new Error('beats sound like beats');
    const { glide } = beats.sound;
    const tapped = hzAt(glide, at(min(30)));
    expect(tapped).toBeGreaterThan(7.5);
    expect(hzAt(glide, at(min(30, 15)))).toBeCloseTo((tapped + 6) / 2, 6);
    expect(hzAt(glide, at(min(30, 30)))).toBeCloseTo(6, 6);
    expect(levelAt(beats.level, at(beats.to))).toBe(SILENCE);
  });

  it('[A6] beats fall silent in a phase without them, whenever that begins', () => {
    const gap = plan({
      beats: { kind: 'binaural', carrier: 200 },
      phases: [
        phase({ beats: { start: 10, end: 6 } }),
        phase({ phase: 'peak' }),
        phase({ phase: 'rest', beats: { start: 8, end: 8 } }),
      ],
    });
    const moved = timelineOf(gap, logged([100, { type: 'phase-advanced', to: 'peak', observed: true }]));
    const beats = moved.layers.filter((each) => each.bus === 'beats');
    expect(beats.map(({ from, to }) => [from, to])).toEqual([
      [0, 104],
      [700, 1300],
    ]);
    expect(beats.map(({ level, to }) => levelAt(level, to))).toEqual([SILENCE, 0]);
  });

  it('[M1] a bed keeps its level among the others', () => {
    const timeline = timelineOf(
      plan({
        beds: [{ sound: 'ocean' }, { sound: 'pad', level: -7 }],
        phases: [phase({ bed: { start: -3, end: -3 } })],
      }),
      [],
    );
    const heard = (id: string) => levelAt(layerLevel(layer(timeline, id)), at(200));
    expect([heard('bed/ocean'), heard('bed/pad')]).toEqual([-3, -10]);
  });

  describe('a mix that is changed', () => {
    const two = plan({ beds: [{ sound: 'ocean' }, { sound: 'pad', level: -6 }] });
    const knob = (log: SessionLog, id: string, seconds: number) =>
      levelAt(layer(timelineOf(two, log), id).knob, at(seconds));
    const bus = (log: SessionLog, of: Bus, seconds: number) =>
      levelAt(timelineOf(two, log).levels[of], at(seconds));

    it('[M4] keeps the level that was set for a bed, and takes it back with the tap', () => {
      const log = logged([100, { type: 'layer-level-changed', layer: 'pad', level: -20 }]);
      expect([99, 100.25, 400].map((seconds) => knob(log, 'bed/pad', seconds))).toEqual([-6, -20, -20]);
      expect(knob(log, 'bed/ocean', 400)).toBe(0);
      const back = logged(
        [100, { type: 'layer-level-changed', layer: 'pad', level: -20 }],
        [105, { type: 'undone', undoes: 0 }],
      );
      expect(knob(back, 'bed/pad', 110)).toBe(-6);
    });

    it('[M5] is silent where it is muted, and comes back no faster than can be borne', () => {
      const log = logged(
        [100, { type: 'strip-muted', strip: 'pad', muted: true }],
        [120, { type: 'layer-level-changed', layer: 'pad', level: -3 }],
        [200, { type: 'strip-muted', strip: 'pad', muted: false }],
      );
      const heard = [100.25, 150, 204, 208].map((seconds) => knob(log, 'bed/pad', seconds));
      expect(heard[2]).toBeCloseTo(-48 + 6 * 3.95, 1);
      expect([heard[0], heard[1], heard[3]]).toEqual([-80, -80, -3]);
      const bell = logged([100, { type: 'strip-muted', strip: 'bell', muted: true }]);
      expect([bus(bell, 'bell', 101), bus(bell, 'bed', 101)]).toEqual([-80, 0]);
    });

    it('[M5] a bed of the plan may begin muted', () => {
      const quiet = plan({ beds: [{ sound: 'ocean' }, { sound: 'rain', muted: true, level: -4 }] });
      const log = logged([60, { type: 'strip-muted', strip: 'rain', muted: false }]);
      const { knob: level } = layer(timelineOf(quiet, log), 'bed/rain');
      expect([0, 59, 70].map((seconds) => levelAt(level, at(seconds)))).toEqual([-80, -80, -4]);
    });

    it('[M6] leaves what is heard alone, and the voice', () => {
      const log = logged([100, { type: 'strip-soloed', strip: 'pad', soloed: true }]);
      expect([knob(log, 'bed/pad', 101), knob(log, 'bed/ocean', 101)]).toEqual([-6, -80]);
      expect(eachBus((of) => bus(log, of, 101))).toEqual({
        voice: 0,
        bell: -80,
        breath: -80,
        bed: 0,
        beats: -80,
      });
      const all = logged([100, { type: 'strip-soloed', strip: 'bed', soloed: true }]);
      expect([knob(all, 'bed/pad', 101), knob(all, 'bed/ocean', 101)]).toEqual([-6, 0]);
      const breath = logged([100, { type: 'strip-soloed', strip: 'breath', soloed: true }]);
      expect([bus(breath, 'breath', 101), bus(breath, 'bed', 101)]).toEqual([0, -80]);
    });

    it('[M6] a voice that is muted stays muted where something is heard alone', () => {
      const log = logged(
        [90, { type: 'strip-muted', strip: 'voice', muted: true }],
        [100, { type: 'strip-soloed', strip: 'pad', soloed: true }],
      );
      expect(bus(log, 'voice', 110)).toBe(-80);
    });

    it('[M7] lets a bed come in and go, and what was heard alone with it', () => {
      const log = logged(
        [100, { type: 'bed-added', bed: 'rain', level: -10 }],
        [150, { type: 'strip-soloed', strip: 'rain', soloed: true }],
        [200, { type: 'bed-removed', bed: 'rain' }],
      );
      const rain = layer(timelineOf(two, log), 'bed/rain');
      expect([rain.from, rain.to]).toEqual([100, 204]);
      expect(levelAt(rain.level, at(103))).toBeLessThan(-10);
      expect([109.1, 200, 204].map((seconds) => levelAt(rain.level, at(seconds)))).toEqual([0, 0, -80]);
      expect([knob(log, 'bed/ocean', 190), knob(log, 'bed/ocean', 210)]).toEqual([-80, 0]);
      const again = logged(
        [100, { type: 'bed-added', bed: 'pad', level: 0 }],
        [101, { type: 'bed-added', bed: 'own.x', level: 0 }],
      );
      expect(timelineOf(two, again).layers).toEqual(timelineOf(two, []).layers);
    });
  });

  it('[M2] a bed comes to its own level of a phase with the phase, and no faster than A2 allows', () => {
    const timeline = timelineOf(
      plan({
        beds: [{ sound: 'ocean', phases: { onset: -80, rest: -4 } }],
        phases: [phase(), phase({ phase: 'peak' }), phase({ phase: 'rest', bed: { start: -10, end: -10 } })],
      }),
      [],
    );
    expect([300, 600, 1195, 1212, 1500].map((seconds) => bedAt(timeline, seconds))).toEqual([
      -80, -80, 0, -14, -14,
    ]);
    expect(bedAt(timeline, 612)).toBeCloseTo(-4.8, 1); // 80 dB in 12 s would be heard as a jump
    expect(bedAt(timeline, 613)).toBe(0);
  });

  it('[D1] beds step back under a voice before it begins, and come back after it', () => {
    const { ducking } = timelineOf(talking({ line: BLANKET, at: 30 }), []);
    const steps = [29.5, 29.75, 30, 35.3, 35.9, 38].map((seconds) => levelAt(ducking.bed, at(seconds)));
    expect(steps).toEqual([0, -4, -8, -8, -8, 0]);
    expect(levelAt(ducking.breath, at(33))).toBe(-6);
    expect(levelAt(ducking.bell, at(33))).toBe(0);
    const music = plan({ beds: [{ sound: 'pad' }], phases: [phase({ lines: [{ line: BLANKET, at: 30 }] })] });
    expect(levelAt(timelineOf(music, []).ducking.bed, at(33))).toBe(-6);
    const own = [{ id: 'own.a', title: 'A cello', kind: 'music', seconds: 900 } as const];
    const depth = (...sounds: BedSound[]) =>
      duckDepths(beginMix(plan({ own, beds: sounds.map((sound) => ({ sound })) }))).bed;
    expect([depth('own.a'), depth('pad', 'own.a'), depth('pad', 'rain'), depth()]).toEqual([-6, -6, -8, -8]);
  });

  it('[D2] they stay back between lines that are close', () => {
    const { ducking } = timelineOf(talking({ line: HERE, at: 30 }, { line: HERE, at: 36 }), []);
    for (let second = 30; second < 38; second++) expect(levelAt(ducking.bed, at(second))).toBe(-8);
  });
});

describe('the grounding ladder', () => {
  const busy = plan({
    phases: [
      phase({
        minutes: 30,
        lines: [
          { line: HERE, at: 130 },
          { line: BLANKET, at: 400 },
        ],
        bells: [{ at: 140 }],
      }),
    ],
  });
  const step = (seconds: number, rung: 0 | 1 | 2 | 3 | 4) =>
    [seconds, { type: 'grounding-stepped', rung }] as const;

  it('[G1] thins the sound, says the anchor line, then feet, hands and room, then is silent', () => {
    const timeline = timelineOf(busy, logged(step(100, 1), step(120, 2), step(150, 3), step(200, 4)));
    expect(said(timeline)).toEqual([
      ['ground.voice', 120.8],
      ['ground.feet', 150.8],
      ['ground.hands', 162.5],
      ['ground.room', 173.5],
    ]);
    expect(struck(timeline)).toEqual([]);
    expect(levelAt(timeline.thinning.bed, at(110))).toBe(-9);
    expect(levelAt(timeline.thinning.bell, at(110))).toBe(SILENCE);
    expect(levelAt(timeline.thinning.voice, at(110))).toBe(0);
    expect(levelAt(timeline.master, at(199))).toBe(0);
    expect(levelAt(timeline.master, at(206))).toBe(SILENCE);
  });

  it('[G2] does not say what another rung was still to say', () => {
    const timeline = timelineOf(busy, logged(step(100, 3), step(110, 2), step(120, 2)));
    expect(said(timeline)).toEqual([['ground.feet', 100.8]]);
  });

  it('[G3] goes on as planned when it is left', () => {
    const timeline = timelineOf(busy, logged(step(100, 1), step(200, 0)));
    expect(said(timeline)).toEqual([[BLANKET, 400]]);
    expect(levelAt(timeline.thinning.bell, at(209))).toBe(0);
  });
});

describe('the log', () => {
  it('[L2] to take back a taking-back is to have done it after all', () => {
    const log = logged([10, { type: 'held' }], [11, { type: 'undone', undoes: 0 }]);
    expect(eventsInForce(log)).toEqual([]);
    const again = logged(
      [10, { type: 'held' }],
      [11, { type: 'undone', undoes: 0 }],
      [12, { type: 'undone', undoes: 1 }],
    );
    expect(eventsInForce(again).map((event) => event.type)).toEqual(['held']);
    expect(timelineOf(talking(), again).to).toBe(OPEN);
  });

  it('[L4] the session goes on in a silence, and comes back over 8 s where it would be', () => {
    const lines = talking({ line: HERE, at: 120 }, { line: BLANKET, at: 300 });
    const timeline = timelineOf(
      lines,
      logged([100, { type: 'silenced', fade: 5 }], [200, { type: 'unsilenced' }]),
    );
    expect(said(timeline)).toEqual([[BLANKET, 300]]);
    const master = [100, 105, 200, 208.1].map((seconds) => levelAt(timeline.master, at(seconds)));
    expect(master).toEqual([0, SILENCE, SILENCE, 0]);
    expect(timeline.to).toBe(1200);
  });

  it('[L5] what a lost sound cut short counts as said', () => {
    const lines = talking({ line: BLANKET, at: 100 });
    const log = logged([102, { type: 'interrupted', reason: 'call' }], [103, { type: 'resumed' }]);
    const { cues } = timelineOf(lines, log);
    expect(cues.map((cue) => [cue.at, cue.duration])).toEqual([[100, 2]]);
  });

  it('[L6] the medicine was given when that was tapped, not when it was taken back', () => {
    const log = logged([400, { type: 'medicine-given' }], [405, { type: 'undone', undoes: 0 }]);
    expect(t0Of(log.slice(0, 1))).toBe(400);
    expect(t0Of(log)).toBeUndefined();
    expect(spans(timelineOf(three, log))).toEqual([
      ['preparation', 0, 400],
      ['onset', 400, 405],
      ['preparation', 405, OPEN],
    ]);
  });

  it('[L3] what others asked for is said, though something before it was taken back', () => {
    const log = logged(
      [100, { type: 'line-played', line: BLANKET }],
      [101, { type: 'line-played', line: HERE }],
      [102, { type: 'undone', undoes: 0 }],
    );
    expect(said(timelineOf(talking(), log))).toEqual([
      [BLANKET, 100.8],
      [HERE, 106.9],
    ]);
  });

  it('[L3] what a step down the ladder cut off is said, once the step is taken back', () => {
    const log = logged(
      [100, { type: 'grounding-stepped', rung: 3 }],
      [105, { type: 'grounding-stepped', rung: 0 }],
      [107, { type: 'undone', undoes: 1 }],
    );
    expect(said(timelineOf(talking(), log)).map(([clip]) => clip)).toEqual([
      'ground.feet',
      'ground.hands',
      'ground.room',
    ]);
  });
});

describe('the breath of a session', () => {
  it('[B4] goes on through a hold and its release', () => {
    const breathing = plan({
      phases: [phase({ breath: { pattern: [...EXTENDED_EXHALE.pattern], from: 20, to: 300 } })],
    });
    const log = logged([103, { type: 'held' }], [157, { type: 'released' }]);
    const timeline = timelineOf(breathing, log);
    const breath = layer(timeline, 'onset/breath');
    if (breath.sound.kind !== 'breath') throw new Error('breath sounds like breath');
    expect([breath.from, breath.to, breath.sound.origin]).toEqual([20, 354, 20]);
    expect(breathAt(breath.sound, breath.sound.origin, at(157)).breath).toBe(13);
    for (const seconds of [40, 104, 156, 158, 340])
      expect(levelAt(breath.level, at(seconds))).toBeCloseTo(0, 9);
  });
});

describe('a sigh from a person’s own rate', () => {
  const sighing = plan({
    beds: [],
    clock: 'practice',
    phases: [
      phase({
        phase: 'settle',
        minutes: 10,
        breath: { ...breaths.sigh, pattern: [1.5, 0, 5, 0], fromRate: 12, from: 5 },
      }),
    ],
  });

  it('[B6] [B5] reads like this', () => {
    expect(printTimeline(timelineOf(sighing, []))).toMatchInlineSnapshot(`
      "     0:00  phase  settle
           0:00  master 0:00 silent → 0:00.1 -48 dB → 0:10 0 dB → 9:20 0 dB → 9:59 -48 dB → 10:00 silent
           0:05  breath settle/breath  1.5+0.5-0-5-0, from 12 a minute, until 10:00, 0:05 silent → 0:05.1 -48 dB → 0:13.1 0 dB → 9:48 0 dB → 10:00 silent
          10:00  end    silence"
    `);
  });

  // chosen() without fromRate, or without topUp: each red
  it('[B6] sounds as the plan says', () => {
    const { sound } = layer(timelineOf(sighing, []), 'settle/breath');
    expect(sound).toEqual({ kind: 'breath', origin: 5, pattern: [1.5, 0, 5, 0], topUp: 0.5, fromRate: 12 });
  });

  it('[B8] is refused where a whole breath would be shorter than three seconds', () => {
    const breath = (pattern: [number, number, number, number], topUp: number) =>
      planOf({ ...sighing, phases: [phase({ breath: { pattern, topUp, from: 0 } })] }).ok;
    expect([breath([0.5, 0, 0.5, 0], 0), breath([1.1, 0, 1.2, 0], 0.6)]).toEqual([false, false]);
    expect([breath([1.1, 0, 1.2, 0], 0.7), breath([0.9, 0, 1.5, 0], 0.6)]).toEqual([true, true]);
  });
});

describe('a plan nobody has lived yet', () => {
  it('[P1] has its medicine given at the planned moment', () => {
    expect(plannedLog(shippedPlan('iv')).map((event) => [event.type, event.at])).toEqual([
      ['started', 0],
      ['medicine-given', min(20)],
    ]);
    expect(plannedLog(shippedPlan('practice-run')).map((event) => event.type)).toEqual(['started']);
  });
});
