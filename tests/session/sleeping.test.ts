import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt } from '#session/automation.ts';
import { endOfCue, isVoice } from '#session/cues.ts';
import type { SessionLog } from '#session/log.ts';
import { printTimeline } from '#session/print.ts';
import { lastSleep, restartOf, type Restart } from '#session/restart.ts';
import { buildTimeline, soundingAt, type Timeline } from '#session/timeline.ts';
import { later, sessionTimeOf as at, SILENCE } from '#session/units.ts';
import { evenGuide, evenSpeaker } from '../helpers/guide.ts';
import { practise } from '../helpers/practised.ts';
import { logged, min, phase, plan } from '../helpers/sessions.ts';

const { plan: practice } = practise('bed-time', { minutes: 10 });
const lived = (log: SessionLog): Timeline => buildTimeline(practice, log, evenSpeaker.guide);
const planned = lived([]);
/** A timer that is set, and a moment at which it is. */
const timers = fc.record({
  set: fc.integer({ min: 0, max: 590 }),
  by: fc.integer({ min: 60, max: 45 * 60 }),
});
const asLog = ({ at: place, events }: Restart): SessionLog => {
  expect(events.every((event) => event.at <= place)).toBe(true);
  return logged(...events.map(({ at: when, ...body }) => [when, body] as const));
};
const slept = (set: number, by: number) =>
  logged([0, { type: 'started' }], [set, { type: 'sleep-timer-set', in: by }], [set + by, { type: 'ended' }]);

describe('a sleep timer', () => {
  it('[SL1] changes nothing before it, fades for 90 s, ends in silence when it says, and nothing sounds after it', () => {
    fc.assert(
      fc.property(timers, ({ set, by }) => {
        const log = logged([0, { type: 'started' }], [set, { type: 'sleep-timer-set', in: by }]);
        const timeline = lived(log);
        const end = set + by;
        expect(timeline.to).toBe(end);
        for (const moment of [0, set / 3, set - 0.01].filter((each) => each >= 0 && each < set))
          expect(levelAt(timeline.master, at(moment))).toBeCloseTo(levelAt(planned.master, at(moment)), 9);
        expect(timeline.cues.filter((cue) => cue.at < set)).toEqual(
          planned.cues.filter((cue) => cue.at < set),
        );
        expect(levelAt(timeline.master, at(end))).toBe(SILENCE);
        expect(soundingAt(timeline, at(end)).layers).toEqual([]);
        expect(timeline.layers.every((layer) => layer.to <= end)).toBe(true);
        // All the way down, never up again.
        const way = Array.from({ length: 40 }, (_, nth) => Math.max(set + 10, end - 90) + nth * 2).filter(
          (each) => each < end,
        );
        const levels = way.map((moment) => levelAt(timeline.master, at(moment)));
        expect(levels.every((level, nth) => nth === 0 || level <= (levels[nth - 1] ?? 0) + 1e-9)).toBe(true);
      }),
    );
  });

  // Mutants: a line that begins before the fade is let through; SLEEP_FADE 20 -> each red.
  it('[SL2] lets nobody speak in its fade, and cuts no line', () => {
    fc.assert(
      fc.property(timers, ({ set, by }) => {
        const timeline = lived(logged([0, { type: 'started' }], [set, { type: 'sleep-timer-set', in: by }]));
        const fade = set + by - 90;
        for (const cue of timeline.cues.filter((each) => each.at >= set)) {
          expect(cue.at).toBeLessThan(fade);
          if (isVoice(cue)) expect(endOfCue(cue)).toBeLessThan(fade);
        }
      }),
    );
  });

  it('[SL3] after the practice the bed goes on alone, and says and strikes what was planned where it was planned', () => {
    const timeline = lived(logged([0, { type: 'started' }], [60, { type: 'sleep-timer-set', in: min(30) }]));
    expect(timeline.cues).toEqual(planned.cues);
    expect(timeline.to).toBe(min(31));
    const alone = soundingAt(timeline, at(min(20)));
    expect(alone.layers.map(({ bus }) => bus)).toEqual(['bed']);
    expect(levelAt(timeline.master, at(min(20)))).toBe(0);
  });

  // Mutant: phases as long as the sleep (asLongAsPlanned left out) -> red.
  it('[SL3] rings no bell over who sleeps, whatever rule bells follow', () => {
    const bells = { ring: 'every', minutes: 3, soft: true, start: false, end: false } as const;
    const { plan: ringing } = practise('bed-time', { minutes: 10, bells });
    const log = logged([0, { type: 'started' }], [60, { type: 'sleep-timer-set', in: min(30) }]);
    const { cues } = buildTimeline(ringing, log, evenSpeaker.guide);
    const rung = cues.filter(({ bus }) => bus === 'bell').map((cue) => cue.at);
    expect(rung.length).toBeGreaterThan(0);
    expect(Math.max(...rung)).toBeLessThan(min(10));
  });

  it('[SL4] taken off, the practice goes on to its planned end, out of the fade too', () => {
    const log = logged(
      [0, { type: 'started' }],
      [10, { type: 'sleep-timer-set', in: 300 }],
      [290, { type: 'sleep-timer-cancelled' }],
    );
    const timeline = lived(log);
    expect(timeline.to).toBe(planned.to);
    expect(levelAt(timeline.master, at(290))).toBeLessThan(-20);
    expect(levelAt(timeline.master, at(310))).toBe(0);
    expect(timeline.cues.filter((cue) => cue.at > 300)).toEqual(planned.cues.filter((cue) => cue.at > 300));
  });

  // Mutant: `endOf` for `plannedEnd` in `extended` -> red: a hold with a timer has an end, and is gone at once.
  it('[P4] in a hold with a timer, a phase that is made shorter waits for its release all the same', () => {
    const held = [[10, { type: 'held' }] as const, [20, { type: 'sleep-timer-set', in: 600 }] as const];
    const shorter = lived(logged(...held, [30, { type: 'phase-extended', by: -3600 }]));
    expect(shorter.spans[0]?.to).toBe(lived(logged(...held)).spans[0]?.to);
  });

  // Mutant: `lastSleep` of the whole log -> red.
  it('[SL5] one that was taken back was not asked for', () => {
    const log = logged(
      [10, { type: 'sleep-timer-set', in: 1200 }],
      [20, { type: 'sleep-timer-set', in: 2700 }],
      [22, { type: 'undone', undoes: 1 }],
    );
    expect(lastSleep(log)).toBe(1200);
  });

  it('[SL6] is none where there is medicine', () => {
    const clinical = plan({ phases: [phase(), phase({ phase: 'rest' })] });
    const log = logged([0, { type: 'started' }], [30, { type: 'sleep-timer-set', in: 360 }]);
    expect(buildTimeline(clinical, log, evenGuide)).toEqual(
      buildTimeline(clinical, log.slice(0, 1), evenGuide),
    );
  });

  it('[SL1] reads like this', () => {
    const small = plan({
      clock: 'practice',
      phases: [
        phase({ phase: 'settle', minutes: 3, lines: [{ line: 'anchor.here', at: 20 }] }),
        phase({
          phase: 'close',
          minutes: 5,
          lines: [
            { line: 'ground.feet', at: 60 },
            { line: 'anchor.here', at: 200 },
          ],
        }),
      ],
    });
    const log = logged([0, { type: 'started' }], [30, { type: 'sleep-timer-set', in: 360 }]);
    expect(printTimeline(buildTimeline(small, log, evenGuide))).toMatchInlineSnapshot(`
      "     0:00  phase  settle
           0:00  bed    bed/ocean  ocean, until 6:30, 0:12 0 dB
           0:00  master 0:00 silent → 0:00.1 -48 dB → 0:10 0 dB → 5:00 0 dB → 6:29 -48 dB → 6:30 silent
           0:20  voice  settle/voice/anchor.here  "You are here."
           3:00  phase  close
           4:00  voice  close/voice/ground.feet  "Feel your feet. You can press them down a little."
           6:30  end    silence"
    `);
  });
});

describe('a practice that was ended', () => {
  it('[SL5] goes on where its fade began, up out of silence, and says what was still to be said', () => {
    fc.assert(
      fc.property(timers, ({ set, by }) => {
        const restart = restartOf(practice, slept(set, by), evenSpeaker.guide);
        if (restart === undefined) return expect.fail('nothing to go on with');
        const fade = Math.max(0, set + by - 90);
        const cut = planned.cues.find((cue) => isVoice(cue) && cue.at < fade && endOfCue(cue) > fade);
        expect(restart.at).toBe(cut !== undefined && cut.at < set ? cut.at - 1 : fade);
        const again = lived(asLog(restart));
        expect(levelAt(again.master, restart.at)).toBe(SILENCE);
        expect(levelAt(again.master, later(restart.at, 20))).toBeGreaterThan(-30);
        const still = planned.cues.filter((cue) => cue.at > later(restart.at, 1)).map(({ id }) => id);
        expect(again.cues.filter((cue) => cue.at > restart.at).map(({ id }) => id)).toEqual(
          expect.arrayContaining(still),
        );
        expect(again.to).toBeGreaterThan(restart.at + 59);
      }),
    );
  });

  // Mutant: beforeLine that gives back its place -> red here and above.
  it('[SL5] ended by hand it goes on from that tap, before the line that was cut', () => {
    const line = planned.cues.filter(isVoice)[3];
    if (line === undefined) return expect.fail('the practice says too little');
    const during = line.at + line.duration / 2;
    const ended = (when: number) => logged([0, { type: 'started' }], [when, { type: 'ended' }]);
    expect(restartOf(practice, ended(during), evenSpeaker.guide)?.at).toBe(line.at - 1);
    const between = endOfCue(line) + 1;
    expect(restartOf(practice, ended(between), evenSpeaker.guide)?.at).toBe(between);
  });

  it('[SL5] that ended by itself has nothing to go on with', () => {
    const log = logged([0, { type: 'started' }], [planned.to, { type: 'ended' }]);
    expect(restartOf(practice, log, evenSpeaker.guide)).toBeUndefined();
    expect(restartOf(practice, log.slice(0, 1), evenSpeaker.guide)).toBeUndefined();
  });
});
