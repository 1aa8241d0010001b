import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '#guidance/script-lines.ts';
import { REGIONS, sideOf, type Region } from '#session/regions.ts';
import { regionsAt } from '#session/practices/place.ts';
import { isVoice } from '#session/cues.ts';
import { SCAN_VARIANTS, type ScanChoices } from '#session/scan.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf } from '#session/units.ts';
import { evenGuide } from '../helpers/guide.ts';
import { lineOf, scanned, visitsOf, wordsOf } from '../helpers/practised.ts';
import { logged } from '../helpers/sessions.ts';

const minutes = fc.integer({ min: 30, max: 450 }).map((tenths) => tenths / 10);
const take = fc.nat(500);
const some = (maxLength: number) => fc.subarray([...REGIONS], { maxLength });
/** Regions whose legs are not among them: one leg's may be lingered on between both. */
const unsided = fc.subarray(
  REGIONS.filter((region) => sideOf(region) === undefined),
  { maxLength: 4 },
);
const variant = fc.constantFrom(...SCAN_VARIANTS);
const always = <Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>, numRuns = 60) => {
  fc.assert(property, { numRuns, seed: 20_260 });
};
const visited = (scan: Partial<ScanChoices>, length: number, nth = 0) =>
  visitsOf(scanned(scan, { minutes: length, take: nth, talk: 'full' }));
const places = (visits: readonly { readonly regions: readonly Region[] }[]) =>
  visits.map(({ regions }) => regions.join('+'));

describe('a body scan', () => {
  // stopsOf() without inOrder: red
  it('[N10] goes through the body in order, and to no place twice', () => {
    always(
      fc.property(variant, minutes, take, some(8), unsided, (kind, length, nth, leftOut, lingered) => {
        const order = visited({ variant: kind, leftOut, lingered }, length, nth).map(({ regions }) =>
          Math.min(...regions.map((region) => REGIONS.indexOf(region))),
        );
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      }),
    );
  });

  it('[N10] visits every region where there is time for all, and the most telling places where there is not', () => {
    expect(places(visited({}, 20))).toEqual(REGIONS);
    expect(places(visited({}, 45))).toEqual(REGIONS);
    expect(places(visited({}, 3))).toEqual(['left-foot+right-foot', 'belly', 'hands', 'whole']);
    expect(places(visited({}, 10))).toEqual([
      'left-foot+right-foot',
      'left-lower-leg+right-lower-leg',
      'left-thigh+right-thigh',
      ...['pelvis', 'lower-back+upper-back', 'belly', 'chest', 'hands', 'arms'],
      ...['shoulders', 'neck', 'face', 'crown', 'whole'],
    ]);
  });

  it('[N10] arrives, notices, breathes, lets go and moves on, in this order', () => {
    const stages = ['arrive', 'notice', 'breathe', 'let-go', 'move-on'];
    const { voices } = scanned({ leftOut: REGIONS.slice(0, 16) }, { minutes: 10, talk: 'full' });
    const said = voices.map(({ clip }) => lineOf(clip)?.stage ?? '');
    const first = said.slice(said.indexOf('arrive'), said.indexOf('move-on') + 1);
    expect([...new Set(first)].filter((stage) => stages.includes(stage))).toEqual(stages);
  });

  // withoutNaming() that keeps everything: red
  it('[N11] does not go to what is left out, avoided, or measured', () => {
    always(
      fc.property(
        variant,
        minutes,
        some(22),
        some(22),
        fc.boolean(),
        (kind, length, leftOut, avoided, vitals) => {
          const regions = visited({ variant: kind, leftOut, avoided, vitals }, length).flatMap(
            (visit) => visit.regions,
          );
          const passed = [...leftOut, ...avoided, ...(vitals ? ['arms'] : [])];
          expect(regions.filter((region) => passed.includes(region))).toEqual([]);
        },
      ),
    );
  });

  // LINGERING of { rank: 1, weight: 1 } and dealt() without favoured: red
  it('[N12] stays longer, and says more, where it is to linger', () => {
    always(
      fc.property(minutes, take, fc.constantFrom(...REGIONS), (length, nth, region) => {
        const visits = visited({ lingered: [region] }, length, nth);
        const own = visits.find(({ regions }) => regions.includes(region));
        const others = visits.filter((visit) => visit !== own);
        const mean = (of: 'seconds' | 'lines') =>
          others.reduce((sum, visit) => sum + visit[of], 0) / others.length;
        expect(own?.seconds).toBeGreaterThan(mean('seconds') * 1.2);
        expect(own?.lines).toBeGreaterThan(mean('lines'));
      }),
    );
  });

  it('[N13] keeps to neutral places in its trauma-aware kind, offers a choice at once, and speaks of no breath', () => {
    const stirring = /thigh|pelvis|back|belly|chest|neck|face|crown|whole/;
    always(
      fc.property(minutes, take, (length, nth) => {
        const { voices } = scanned(
          { variant: 'trauma-aware' },
          { minutes: length, take: nth, talk: 'sparse' },
        );
        const lines = voices.flatMap(({ clip }) => lineOf(clip) ?? []);
        const regions = lines.flatMap(({ visits }) => visits).filter((region) => region !== 'upper-back');
        expect(regions.filter((region) => stirring.test(region))).toEqual([]);
        expect(lines.findIndex(({ stage }) => stage === 'choice')).toBeLessThan(4);
        expect(lines.some(({ stage }) => stage === 'choice')).toBe(true);
        expect(voices.map(({ text }) => text).filter((text) => /breath/i.test(text))).toEqual([]);
      }),
    );
  });

  it('[N14] comes back from the feet to the hands, the face and the room', () => {
    always(
      fc.property(minutes, take, (length, nth) => {
        const practised = scanned({ variant: 're-entry' }, { minutes: length, take: nth, talk: 'sparse' });
        const regions = visitsOf(practised).flatMap((visit) => visit.regions);
        expect(regions.some((region) => /foot|toes/.test(region))).toBe(true);
        expect(regions.filter((region) => region === 'hands' || region === 'face')).toEqual([
          'hands',
          'face',
        ]);
        const [first, last] = [practised.voices[0], practised.voices.at(-1)];
        expect(first?.clip).toBe('body.return-1');
        expect([last?.text, lineOf(last?.clip ?? '')?.stage]).toEqual([
          expect.stringMatching(/\broom\b/),
          'close',
        ]);
        expect(practised.timeline.spans.map(({ phase }) => phase)).toContain('scan');
      }),
    );
  });

  it('[N15] grows slower at bed time, ends without a bell, and wakes nobody', () => {
    always(
      fc.property(fc.integer({ min: 8, max: 45 }), take, (length, nth) => {
        const { timeline, voices } = scanned(
          { variant: 'bed-time' },
          { minutes: length, take: nth, talk: 'sparse' },
        );
        const rests = voices
          .slice(1)
          .map(({ at }, later) => at - (voices[later]?.at ?? 0) - (voices[later]?.duration ?? 0));
        const mean = (list: readonly number[]) => list.reduce((sum, rest) => sum + rest, 0) / list.length;
        const third = Math.floor(rests.length / 3);
        expect(mean(rests.slice(-third))).toBeGreaterThan(mean(rests.slice(0, third)) + 2);
        const bells = timeline.cues.filter((cue) => !isVoice(cue));
        expect(bells.map(({ at }) => at)).toEqual([3]);
        expect(voices.at(-1)?.clip).toMatch(/^night\.close-/);
        expect(
          voices
            .filter(({ text }) => /\b(come back|get up|move when|open your eyes)\b/i.test(text))
            .map(({ text }) => text),
        ).toEqual([]);
      }),
    );
  });
});

describe('another day', () => {
  it('[N7] has other words', () => {
    const said = (nth: number) =>
      new Set(scanned({}, { minutes: 10, take: nth }).voices.map(({ clip }) => clip));
    const shared = [1, 2, 3, 4, 5].map(
      (nth) => [...said(nth)].filter((clip) => said(nth - 1).has(clip)).length,
    );
    for (const count of shared) expect(count).toBeLessThan(said(0).size * 0.7);
    expect(wordsOf(scanned({}, { take: 1 }))).toBeGreaterThan(0);
  });
});

describe('where a scan is', () => {
  const practised = scanned({}, { minutes: 20, talk: 'full' });
  const at = (seconds: number) => regionsAt(practised.timeline, sessionTimeOf(seconds), placeOf);

  it('[N16] is where its last line led, on the side it named', () => {
    const first = practised.voices.find(({ clip }) => lineOf(clip)?.visits.includes('left-toes'));
    const second = practised.voices.find(({ clip }) => lineOf(clip)?.visits.includes('left-foot'));
    const [from, to] = [first?.at ?? 0, second?.at ?? 0];
    expect([at(from - 0.1), at(from), at(to - 0.1), at(to)]).toEqual([
      [],
      ['left-toes'],
      ['left-toes'],
      ['left-foot'],
    ]);
    expect(at(to).map(sideOf)).toEqual(['left']);
  });

  it('[N16] is nowhere before the first place and once the scan closes', () => {
    const closing = practised.voices.find(({ clip }) => clip.startsWith('body.close'));
    expect([at(0), at(20), at(closing?.at ?? 0), at(1199)]).toEqual([[], [], [], []]);
    expect(at((closing?.at ?? 0) - 0.1)).toEqual(['whole']);
  });

  it('[N16] stays where it is while somebody asks for another line', () => {
    const log = logged([400, { type: 'line-played', line: 'anchor.here' }]);
    const timeline = buildTimeline(practised.plan, log, evenGuide);
    const asked = timeline.cues.find((cue) => cue.asked);
    expect(regionsAt(timeline, sessionTimeOf((asked?.at ?? 0) + 1), placeOf)).toEqual(at(400));
    expect(at(400)).not.toEqual([]);
  });
});
