import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownLines } from '#guidance/known-lines.ts';
import { lineIds } from '#guidance/lines.ts';
import { BEATS } from '#session/layers.ts';
import { ROUTES, TALK, type Plan } from '#session/plan.ts';
import { findingsOf, mended, type Judging } from '#session/rules.ts';
import { RULES, withPhase, type Circumstances, type RuleId } from '#session/rules/ruling.ts';
import { mayPulse } from '#session/rules/sounding.ts';
import { evenGuide } from '../helpers/guide.ts';
import { min, shippedPlan } from '../helpers/sessions.ts';

const lines = knownLines(evenGuide, 'en');
const plain: Circumstances = { seizure: 'unknown', headphones: 'unknown', vitalsDue: [min(40)] };
const judging = (change: Partial<Circumstances> = {}, waived: readonly RuleId[] = []): Judging => ({
  lines,
  circumstances: { ...plain, ...change },
  waived,
});
const found = (plan: Plan, change: Partial<Circumstances> = {}) =>
  findingsOf(plan, judging(change)).map(({ rule, phase, at, line }) =>
    [rule, phase, at === undefined ? undefined : at / 60, line]
      .filter((part) => part !== undefined)
      .join(' '),
  );
/** What is found is gone once its fix is taken, and nothing else came instead. */
const fixed = (plan: Plan, change: Partial<Circumstances> = {}) => {
  for (const { fix } of findingsOf(plan, judging(change))) expect(fix).toBeDefined();
  return mended(plan, judging(change));
};
const saying = (phase: string, line: string, at: number) =>
  withPhase(phase, (each) => ({ ...each, lines: [...each.lines, { line, at, talk: 'sparse' }] }));
const breathing = (phase: string, pattern: [number, number, number, number], topUp?: number) =>
  withPhase(phase, (each) => ({
    ...each,
    breath: { pattern, from: 0, level: 0, ...(topUp === undefined ? {} : { topUp }) },
  }));

describe('the rules of plans', () => {
  it.each(ROUTES)('[RU1] %s keeps them all', (route) => {
    for (const talk of TALK)
      for (const devices of [1, 2, 3] as const)
        expect(found(shippedPlan(route, { talk, devices }))).toEqual([]);
    for (const lozengeHold of [7, 15]) expect(found(shippedPlan(route, { lozengeHold }))).toEqual([]);
  });

  it('[RU3] a lozenge is held without questions, sighs and strong breath, and a bell ends it', () => {
    const plan = shippedPlan('lozenge', { lozengeHold: 10 });
    const asking = saying('onset', 'ask.water', min(6))(plan);
    expect(found(asking)).toEqual(['lozenge-answer onset 36 ask.water']);
    expect(fixed(asking)).toEqual(plan);
    const exhaling = saying('onset', 'ask.breathe-out', min(7))(plan);
    expect(found(exhaling)).toEqual(['lozenge-breath onset 37 ask.breathe-out']);
    expect(found(saying('onset', 'ask.water', min(16))(plan))).toEqual([]);
    const strong = breathing('onset', [2, 0, 6, 0])(plan);
    expect(found(strong)).toEqual(['lozenge-breath onset 30']);
    expect(fixed(strong).phases[1]?.breath?.pattern).toEqual([4, 0, 6, 0]);
    const silent = withPhase('onset', (phase) => ({ ...phase, bells: [] }))(plan);
    expect(found(silent)).toEqual(['lozenge-bell onset 40']);
    expect(found(fixed(silent))).toEqual([]);
  });

  it('[RU3] an onset that is over before the lozenge has its bell all the same', () => {
    expect(found(shippedPlan('lozenge', { lozengeHold: 15, minutes: { onset: 12 } }))).toEqual([]);
  });

  it('[RU4] after a nasal device nothing goes through the nose for five minutes', () => {
    const plan = shippedPlan('nasal', { devices: 2 });
    expect(found(saying('onset', 'breath.nose-in', min(9))(plan))).toEqual([
      'nasal-nose onset 29 breath.nose-in',
    ]);
    expect(found(saying('onset', 'breath.nose-in', min(11))(plan))).toEqual([]);
    const toned = breathing('onset', [4, 0, 6, 0])(plan);
    expect(found(toned)).toEqual(['nasal-nose onset 20']);
    expect(fixed(toned).phases[1]?.breath?.from).toBe(min(10));
    const brief = withPhase('onset', (phase) => ({ ...phase, minutes: 9 }))(toned);
    expect(fixed(brief).phases[1]?.breath).toBeUndefined();
  });

  it('[RU5] from the medicine to re-entry no breath is held or sighed, and none is fast', () => {
    const plan = shippedPlan('iv');
    expect(found(breathing('peak', [4, 4, 4, 4])(plan))).toEqual(['breath-holds peak 40']);
    expect(found(breathing('reentry', [4, 4, 4, 4])(plan))).toEqual([]);
    expect(found(breathing('onset', [1.5, 0, 5, 0], 0.5)(plan))).toEqual(['breath-sigh onset 20']);
    expect(found(breathing('preparation', [1, 0, 1, 0])(plan))).toEqual(['breath-fast preparation 0']);
    for (const phase of ['preparation', 'onset', 'peak'])
      expect(found(fixed(breathing(phase, [1, 1, 0.5, 0])(plan)))).toEqual([]);
  });

  it('[RU6] where vitals are due nothing leads to the arms', () => {
    const quiet = withPhase('peak', (phase) => ({ ...phase, loop: undefined }))(shippedPlan('nasal'));
    const plan = saying('peak', 'scan.arms', min(16))(quiet);
    expect(found(plan)).toEqual(['vitals-arms peak 61 scan.arms']);
    expect(found(plan, { vitalsDue: [min(45)] })).toEqual([]);
    expect(found(fixed(plan))).toEqual([]);
  });

  it('[RU7] in the middle there are five minutes from line to line', () => {
    const plan = shippedPlan('im');
    const chatty = [
      saying('peak', 'anchor.here', min(4)),
      saying('peak', 'anchor.time', min(8)),
      saying('peak', 'anchor.rest', min(19)),
      saying('plateau', 'anchor.sound', min(3)),
    ].reduce((whole, add) => add(whole), plan);
    expect(found(chatty)).toEqual([
      'middle-voice peak 43 anchor.time',
      'middle-voice plateau 58 anchor.sound',
    ]);
    const often = withPhase('peak', ({ loop, ...phase }) =>
      loop === undefined ? phase : { ...phase, loop: { ...loop, every: 120 } },
    )(plan);
    expect(found(often)).toEqual(['middle-voice peak 39']);
    expect(fixed(often).phases[2]?.loop?.every).toBeGreaterThanOrEqual(300);
  });

  it('[RU8] a landing line comes before re-entry ends', () => {
    const plan = shippedPlan('iv');
    const without = withPhase('reentry', (phase) => ({
      ...phase,
      lines: phase.lines.filter(({ line }) => line !== 'reentry.landing'),
    }))(plan);
    expect(found(without)).toEqual(['landing reentry 100']);
    expect(fixed(without)).toEqual(plan);
    const onlyFull = withPhase('reentry', (phase) => ({
      ...phase,
      lines: phase.lines.map((line) => ({ ...line, talk: 'full' as const })),
    }))(plan);
    expect(found(onlyFull)).toEqual(['landing reentry 100']);
  });

  it('[RU9] beats are off until it is known that there was no seizure, binaural ones until there are headphones', () => {
    for (const kind of BEATS) {
      const plan = shippedPlan('iv', { beats: kind });
      expect(found(plan, { headphones: 'yes' })).toEqual(['beats-seizure']);
      expect(found(plan, { headphones: 'yes', seizure: 'yes' })).toEqual(['beats-seizure']);
      expect(fixed(plan).beats.kind).toBe('none');
    }
    const binaural = shippedPlan('iv', { beats: 'binaural' });
    expect(found(binaural, { seizure: 'no' })).toEqual(['beats-headphones']);
    expect(fixed(binaural, { seizure: 'no' }).beats.kind).toBe('monaural');
    expect(found(binaural, { seizure: 'no', headphones: 'yes' })).toEqual([]);
  });
});

// Plans that somebody might write: a shipped one with lines, breaths, loops and lengths thrown at it.
const somePhase = fc.constantFrom('preparation', 'onset', 'peak', 'plateau', 'reentry', 'rest');
const thrown = fc.oneof(
  fc
    .record({ phase: somePhase, line: fc.constantFrom(...lineIds), at: fc.integer({ min: 0, max: 1800 }) })
    .map(({ phase, line, at }) => saying(phase, line, at)),
  fc
    .record({
      phase: somePhase,
      part: fc.tuple(...[0.5, 0, 0.5, 0].map((min) => fc.integer({ min: min * 2, max: 12 }))),
    })
    .map(({ phase, part: [a = 1, b = 0, c = 1, d = 0] }) => breathing(phase, [a / 2, b / 2, c / 2, d / 2])),
  fc
    .record({ phase: somePhase, minutes: fc.integer({ min: 1, max: 30 }) })
    .map(({ phase, minutes }) => withPhase(phase, (each) => ({ ...each, minutes }))),
  fc.record({ phase: somePhase, every: fc.integer({ min: 60, max: 400 }) }).map(({ phase, every }) =>
    withPhase(phase, (each) => ({
      ...each,
      loop: { lines: ['anchor.here', 'ask.water'], from: 60, every, talk: 'full' as const },
    })),
  ),
);
const wild = fc
  .record({
    route: fc.constantFrom(...ROUTES),
    beats: fc.constantFrom('none' as const, ...BEATS),
    changes: fc.array(thrown, { maxLength: 8 }),
  })
  .map(({ route, beats, changes }) =>
    changes.reduce((plan, change) => change(plan), shippedPlan(route, { beats })),
  );
const answers = fc.constantFrom('unknown' as const, 'no' as const, 'yes' as const);

it('[RU11] light comes and goes at most three times a second, and not at all after a seizure', () => {
  expect([0.2, 3, 3.1].map((rate) => mayPulse(rate, 'no'))).toEqual([true, true, false]);
  expect([mayPulse(0.1, 'unknown'), mayPulse(0.1, 'yes')]).toEqual([true, false]);
});

describe('a fix', () => {
  const crowded = (at: number, count: number) =>
    Array.from({ length: count }, () => saying('reentry', 'reentry.where', at)).reduce(
      (plan, add) => add(plan),
      shippedPlan('iv'),
    );

  // Mutant: `better` that takes any fix in rules.ts -> fails.
  it('[RU2] is offered only where it helps: a landing after a crowd of lines would still come too late', () => {
    const plan = crowded(min(28), 30);
    expect(found(plan)).toEqual(['landing reentry 100']);
    expect(findingsOf(plan, judging()).map(({ fix }) => fix)).toEqual([undefined]);
    expect(mended(plan, judging())).toBe(plan);
  });

  // Mutant: `better` that judges the plan anew for its count -> fails.
  it('[RU2] is found by judging the plan, and what each fix makes of it, once', () => {
    let judged = 0;
    const counting: Judging = {
      lines,
      waived: [],
      get circumstances() {
        judged += 1;
        return { ...plain, vitalsDue: [] };
      },
    };
    const plan = ['anchor.here', 'anchor.time', 'anchor.rest', 'anchor.sound']
      .map((line, nth) => saying('peak', line, min(4 + nth)))
      .reduce((whole, add) => add(whole), shippedPlan('im'));
    expect(findingsOf(plan, counting)).toHaveLength(3);
    expect(judged).toBe(1 + 3);
    judged = 0;
    expect(found(mended(plan, counting))).toEqual([]);
    expect(judged).toBe(1 + 3); // each fix does away with one finding here
  });

  // Mutant: `length - LANDS - 20` made `length` in speaking.ts -> fails.
  it('[RU2] makes room for the landing line', () => {
    const plan = crowded(min(28, 50), 10);
    expect(found(plan)).toEqual(['landing reentry 100']);
    expect(found(fixed(plan))).toEqual([]);
  });
});

describe('on any plan', () => {
  it('[RU2] nothing that could be mended is left once all is mended, and each fix does away with its finding', () => {
    fc.assert(
      fc.property(wild, answers, answers, (plan, seizure, headphones) => {
        const by = judging({ seizure, headphones });
        for (const { rule, fix } of findingsOf(plan, by).slice(0, 2)) {
          const count = (each: Plan) => findingsOf(each, by).filter((other) => other.rule === rule).length;
          if (fix !== undefined) expect(count(fix(plan))).toBeLessThan(count(plan));
        }
        expect(findingsOf(mended(plan, by), by).filter(({ fix }) => fix !== undefined)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('[RU10] a rule that is switched off finds nothing, the others what they found', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom(...RULES), (plan, off) => {
        const rules = (waived: readonly RuleId[]) =>
          findingsOf(plan, judging({}, waived)).map(({ rule, at }) => `${rule} ${at}`);
        expect(rules([off])).toEqual(rules([]).filter((found) => !found.startsWith(`${off} `)));
      }),
      { numRuns: 8 },
    );
  });
});
