import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completed } from '#session/completing.ts';
import { misfitOf } from '#session/fitting.ts';
import { anchorManifestOf } from '#session/guide-reading.ts';
import { logOf, parseLog, whatFits } from '#session/log-reading.ts';
import type { SessionLog } from '#session/log.ts';
import { parsePlan, planOf } from '#session/plan-reading.ts';
import type { PlanInput } from '#session/plan.ts';
import type { Misfit } from '#session/misfit.ts';
import { readJson } from '#session/reading.ts';
import type { Result } from '#session/units.ts';
import { schemaFiles } from '../../scripts/write-schemas.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged, phase, plan, planInput, shippedPlan } from '../helpers/sessions.ts';

const sentence = ({ place, expected, got }: Misfit) =>
  `${place}${place === '' ? '' : ': '}expected ${expected}, got ${got}`;
const problemOf = (read: Result<unknown, Misfit>) => (read.ok ? 'no problem' : sentence(read.problem));
const withPhase = (change: object) => planInput({ phases: [{ ...phase(), ...change }] });
const without = (key: string) =>
  Object.fromEntries(Object.entries(planInput()).filter(([name]) => name !== key));
const NAME = 'a short name of small letters, digits, dots and dashes';

const badPlans: [document: object | number | null, said: string][] = [
  [3, 'expected an object, got 3'],
  [null, 'expected an object, got null'],
  [{ ...planInput(), format: 'm3u' }, 'format: expected "undertone-plan", got "m3u"'],
  [
    { ...planInput(), version: 3 },
    'version: expected a version up to 2, for a newer app may mean other things by it, got 3',
  ],
  [{ ...planInput(), version: 0 }, 'version: expected 2, got 0'],
  [
    { ...planInput(), version: 1, bed: 'fire' },
    'bed: expected ocean, rain, wind, pad, pink, brown or none, got "fire"',
  ],
  [
    { ...planInput(), beds: [{ sound: 'fire' }] },
    'beds[0].sound: expected ocean, rain, wind, pad, pink, brown or the id of an own sound, got "fire"',
  ],
  [
    planInput({ beds: [{ sound: 'rain' }, { sound: 'rain' }] }),
    'beds[1].sound: expected each bed once, got "rain"',
  ],
  [
    planInput({ beds: [{ sound: 'own.x' }] }),
    'beds[0].sound: expected an own sound that "own" tells about, got "own.x"',
  ],
  [
    planInput({ beds: [{ sound: 'rain', phases: { peak: -3 } }] }),
    'beds[0].phases: expected phases of the plan (onset), got "peak"',
  ],
  [
    planInput({ beds: [{ sound: 'rain', phases: { onset: 7 } }] }),
    'beds[0].phases.onset: expected a number of at most 6, got 7',
  ],
  [{ ...planInput(), id: 'My Plan' }, `id: expected ${NAME}, got "My Plan"`],
  [{ ...planInput(), title: '' }, 'title: expected a length of at least 1, got ""'],
  [without('levels'), 'levels: expected this key to be there, got nothing'],
  [{ ...planInput(), loud: true }, 'loud: expected no key of that name, got "loud"'],
  [{ ...planInput(), clock: 'lunar' }, 'clock: expected "medicine" or "practice", got "lunar"'],
  [{ ...planInput(), lozengeHold: 20 }, 'lozengeHold: expected a number of at most 15, got 20'],
  [{ ...planInput(), devices: 1.5 }, 'devices: expected a whole number, got 1.5'],
  [{ ...planInput(), phases: {} }, 'phases: expected a list, got an object'],
  [{ ...planInput(), phases: [] }, 'phases: expected a length of at least 1, got 0'],
  [
    { ...planInput(), beats: { kind: 'binaural', carrier: 50 } },
    'beats.carrier: expected a number of at least 100, got 50',
  ],
  [
    { ...planInput(), bell: 'gong' },
    'bell: expected bowl-196, bowl-262, bowl-110, small-bell or the id of an own sound, got "gong"',
  ],
  [
    { ...planInput(), bell: 'own.gong' },
    'bell: expected an own sound that "own" tells about, got "own.gong"',
  ],
  [
    {
      ...planInput(),
      bell: 'own.gong',
      own: [{ id: 'own.gong', title: 'Our gong', kind: 'music', seconds: 31 }],
    },
    'bell: expected an own sound of at most 30 s, got "one of 31 s"',
  ],
  [withPhase({ minutes: 'ten' }), 'phases[0].minutes: expected a number, got "ten"'],
  [withPhase({ minutes: 241 }), 'phases[0].minutes: expected a number of at most 240, got 241'],
  [withPhase({ minutes: 0 }), 'phases[0].minutes: expected a number of at least 0.25, got 0'],
  [withPhase({ minutes: Number.NaN }), 'phases[0].minutes: expected a number, got not a number'],
  [withPhase({ openEnded: 1 }), 'phases[0].openEnded: expected true or false, got 1'],
  [withPhase({ bed: { start: 0 } }), 'phases[0].bed.end: expected this key to be there, got nothing'],
  [
    withPhase({ lines: [{ line: 'a', at: 1 }, { line: 'b' }] }),
    'phases[0].lines[1]: expected either "at" or "before", got neither',
  ],
  [
    withPhase({ bells: [{ at: 1, before: 1 }] }),
    'phases[0].bells[0]: expected either "at" or "before", got both',
  ],
  [
    withPhase({ loop: { lines: ['a'], from: 0, every: 5 } }),
    'phases[0].loop.every: expected a number of at least 20, got 5',
  ],
  [
    withPhase({ breath: { pattern: [4, 0, 6], from: 0 } }),
    'phases[0].breath.pattern[3]: expected a number, got nothing',
  ],
  [
    withPhase({ breath: { pattern: [4, 0, 6, 0, 1], from: 0 } }),
    'phases[0].breath.pattern[4]: expected nothing more, got 1',
  ],
  [
    withPhase({ breath: { pattern: [1, 0, 1.5, 0], topUp: 0.4, from: 0 } }),
    'phases[0].breath.pattern: expected a breath of at least 3 seconds, got 2.9',
  ],
  [
    withPhase({ breath: { pattern: [4, 0, 6, 0], fromRate: 24, from: 0 } }),
    'phases[0].breath.fromRate: expected a number of at most 20, got 24',
  ],
  [
    withPhase({ breath: { pattern: [4, 0, 6, 0], from: 60, to: 60 } }),
    'phases[0].breath.to: expected a place after 60, got 60',
  ],
  [withPhase({ phase: 'next' }), 'phases[0].phase: expected a name other than "next", got "next"'],
  [planInput({ phases: [phase(), phase()] }), 'phases[1].phase: expected each phase once, got "onset"'],
  [
    planInput({ phases: [phase(), phase({ phase: 'rest', openEnded: true })] }),
    'phases[1].openEnded: expected only the first phase open-ended, got true',
  ],
];

const started = { type: 'started', at: 0 };
const badLogs: [document: unknown, said: string | RegExp][] = [
  [{}, 'expected a list, got an object'],
  [[3], '[0]: expected an object, got 3'],
  [[{ at: 0 }], /^\[0\]\.type: expected "started" or .*"ended", got nothing$/],
  [[{ type: 'exploded', at: 0 }], /^\[0\]\.type: expected "started" or .*, got "exploded"$/],
  [[{ type: 'held' }], '[0].at: expected this key to be there, got nothing'],
  [[{ type: 'held', at: -1 }], '[0].at: expected a number of at least 0, got -1'],
  [[{ type: 'held', at: 0, by: 3 }], '[0].by: expected no key of that name, got "by"'],
  [
    [started, { type: 'phase-extended', at: 1, by: 1e9 }],
    '[1].by: expected a number of at most 14400, got 1000000000',
  ],
  [[{ type: 'grounding-stepped', at: 0, rung: 5 }], '[0].rung: expected 0 or 1 or 2 or 3 or 4, got 5'],
  [
    [
      { type: 'held', at: 9 },
      { type: 'released', at: 8 },
    ],
    '[1].at: expected a time not before the event above it (9), got 8',
  ],
  [
    [
      { ...started, seq: 4 },
      { type: 'held', at: 0, seq: 4 },
    ],
    '[1].seq: expected a number above that of the event before it (4), got 4',
  ],
  [
    [started, { type: 'vitals-recorded', at: 9, systolic: 1280 }],
    '[1].systolic: expected a number of at most 300, got 1280',
  ],
  [[{ type: 'vitals-recorded', at: 9, spo2: 97.5 }], '[0].spo2: expected a whole number, got 97.5'],
  ...[
    { type: 'noted', at: 9, text: '', corrects: 0 },
    { type: 'vitals-recorded', at: 9, corrects: 4 },
    { type: 'medicine-corrected', at: 9, givenAt: 4, note: '', corrects: 0 },
  ].map((correction): [unknown, string] => [
    [started, correction],
    `[1].corrects: expected the number of an event above it that can be corrected so, got ${correction.corrects}`,
  ]),
  [[{ type: 'undone', at: 0, undoes: 0 }], '[0].undoes: expected the number of an event above it, got 0'],
];

describe('a document that does not fit', () => {
  it.each(badPlans)('[F1] is refused with place, expectation and finding: plan %#', (document, said) => {
    expect(problemOf(planOf(document))).toBe(said);
  });

  it.each(badLogs)('[F2] is refused with place, expectation and finding: log %#', (document, said) => {
    const problem = problemOf(logOf(document));
    if (typeof said === 'string') expect(problem).toBe(said);
    else expect(problem).toMatch(said);
  });

  it('[F1] repeats no more than the beginning of what it found', () => {
    expect(problemOf(planOf({ ...planInput(), clock: 'x'.repeat(900) })).length).toBeLessThan(120);
  });

  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  it.each([
    ['', 'expected JSON, got an empty document'],
    ['# A list\n', 'expected JSON, got text that begins "# A list"'],
    ['{"id":', 'expected JSON, got text that begins "{"id":"'],
    [`"${'x'.repeat(4 * 1024 * 1024)}"`, 'expected a document of at most 4 MB, got one of 5 MB'],
    [
      JSON.stringify([{ text: 'x'.repeat(65_537) }]),
      '[0].text: expected a text of at most 64 KB, got one of 65 KB',
    ],
    ['{"a":{"__proto__":{"admin":true}}}', 'a: expected no key of that name, got "__proto__"'],
    ['{"constructor":1}', 'expected no key of that name, got "constructor"'],
    [
      `{"a":{"${'k'.repeat(129)}":1}}`,
      `a: expected keys of at most 128 characters, got "${'k'.repeat(40)}…"`,
    ],
    [nested(33), `${'[0]'.repeat(32)}: expected at most 32 levels of nesting, got one level more`],
    [nested(100_000), `${'[0]'.repeat(32)}: expected at most 32 levels of nesting, got one level more`],
  ])('[F3] is refused before it is looked at: %#', (text, said) => {
    expect(problemOf(readJson(text))).toBe(said);
    expect(problemOf(parsePlan(text))).toBe(said);
    expect(problemOf(parseLog(text))).toBe(said);
  });

  // Mutants: `names` without a longest, `MOST_PLACES` left out -> red.
  it.each([
    ['phases[0].lines', withPhase({ lines: Array(1001).fill({ line: 'a', at: 1 }) })],
    ['phases[0].bells', withPhase({ bells: Array(1001).fill({ at: 1 }) })],
    ['phases[0].steps', withPhase({ steps: Array(101).fill({ name: 'a', at: 1 }) })],
    ['phases[0].loop.lines', withPhase({ loop: { lines: Array(101).fill('a'), from: 0, every: 60 } })],
    ['grounding.room', planInput({ grounding: { anchor: [], room: Array<string>(101).fill('a') } })],
  ])('[F3] no list in a plan is longer than any honest one: %s', (place, document) => {
    expect(problemOf(planOf(document))).toMatch(`${place}: expected a length of at most 10`);
  });

  // Mutant: a quotation as it is -> red.
  it('[F9] shows what nobody sees where it repeats it', () => {
    expect(problemOf(planOf({ ...planInput(), clock: 'a\u202eb\u0000' }))).toMatch(
      /, got "a\\u202eb\\u0000"$/,
    );
    expect(problemOf(planOf({ ...planInput(), ['a\u202eb']: 1 }))).toMatch(/^a\\u202eb: expected/);
  });

  // Mutant: names that are kept as they are -> red.
  it('[F9] leaves it out of names and captions from elsewhere', () => {
    const line = { id: 'anchor-line.1', name: ' a\u202eb', speaker: '\ud800Ida', text: 'one\u0000\r\ntwo' };
    const read = anchorManifestOf({ format: 'undertone-anchor-lines', version: 1, lines: [line] });
    expect(read.ok && read.value.lines[0]).toMatchObject({ name: 'ab', speaker: 'Ida', text: 'one\ntwo' });
    const unseen = { format: 'undertone-anchor-lines', version: 1, lines: [{ ...line, name: '\u202e' }] };
    expect(problemOf(anchorManifestOf(unseen))).toBe(
      'lines[0].name: expected a length of at least 1, got ""',
    );
  });

  it('[F10] whatever was spoilt in a log, the rest of it is read', () => {
    const log = logged([0, { type: 'started' }], [5, { type: 'held' }], [9, { type: 'released' }]);
    const [first, ...rest] = log;
    const spoilt = Array.from({ length: 19_000 }, (_, nth) => (nth % 2 === 0 ? null : { at: -1 }));
    expect(whatFits([first, ...spoilt, ...rest])).toEqual(log);
    expect(whatFits(Array(20_001).fill(null))).toBeUndefined();
  });

  it('[F3] at its bounds a document is read', () => {
    expect(readJson(nested(32)).ok).toBe(true);
    expect(readJson(JSON.stringify('x'.repeat(65_536))).ok).toBe(true);
  });
});

describe('any document at all', () => {
  const text = JSON.stringify(shippedPlan('lozenge'));
  const odd = fc.constantFrom(
    'null',
    '-1',
    '1e999',
    '{}',
    '[]',
    '"',
    ',',
    ':',
    '}',
    '\\u0000',
    'true',
    '"__proto__":',
  );

  it('[F4] is read or refused in one sentence, never thrown back: a damaged plan', () => {
    const damage = fc.record({
      from: fc.nat(text.length),
      length: fc.nat(40),
      put: fc.oneof(odd, fc.string()),
    });
    fc.assert(
      fc.property(damage, ({ from, length, put }) => {
        const read = parsePlan(text.slice(0, from) + put + text.slice(from + length));
        if (!read.ok) expect(sentence(read.problem)).toMatch(/expected .+, got .+/);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('[F4] is read or refused in one sentence, never thrown back: any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        for (const read of [
          planOf(value),
          logOf(value),
          logOf([value]),
          planOf({ ...planInput(), [key]: value }),
          parsePlan(key),
        ])
          if (!read.ok) expect(sentence(read.problem)).toMatch(/expected .+, got .+/s);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('a document of an older version', () => {
  const fixture = readFileSync(path.join(import.meta.dirname, '../fixtures/plan-1.json'), 'utf8');

  // Mutant: a version 1 that is judged as it is, or a step that drops the bed: red
  it('[M3] is read as what it meant', () => {
    const choices = { talk: 'full', beats: 'binaural', beds: [{ sound: 'rain' }] } as const;
    expect(parsePlan(fixture)).toEqual({ ok: true, value: shippedPlan('nasal', choices) });
    const without = parsePlan(fixture.replace('"bed": "rain"', '"bed": "none"'));
    expect(without.ok && without.value.beds).toEqual([]);
  });

  it('[M3] has been read when it is written again', () => {
    const read = parsePlan(fixture);
    expect(read.ok && planOf(JSON.parse(JSON.stringify(read.value)))).toEqual(read);
  });
});

describe('a document that fits', () => {
  it('[F8] the app fills its own plans in as a reader would', () => {
    const every: PlanInput[] = [
      planInput(),
      planInput({
        bells: { ring: 'random', minutes: 4, seed: 7, end: true },
        beds: [
          { sound: 'rain', phases: { onset: -3 } },
          { sound: 'pad', level: -6, muted: undefined },
        ],
        grounding: { anchor: ['anchor.here'], room: [] },
        ceiling: -3,
        phases: [
          phase({
            openEnded: true,
            steps: [{ name: 'deepening', at: 60 }],
            lines: [{ line: 'anchor.here', at: 1 }],
            bells: [{ before: 3, kept: true }],
            loop: { lines: ['anchor.here'], from: 9, every: 60 },
            bellLoop: { from: 9, every: 60, soft: undefined },
            breath: { pattern: [4, 0, 6, 0], from: 0, topUp: undefined, title: 'Mine' },
            title: undefined,
          }),
        ],
      }),
    ];
    for (const input of every) expect({ ok: true, value: completed(input) }).toEqual(planOf(input));
  });

  it('[F7] is given what it leaves out', () => {
    const read = planOf(planInput({ phases: [phase({ lines: [{ line: 'anchor.here', at: 1 }] })] }));
    expect(read.ok && read.value.grounding.room).toEqual(['ground.feet', 'ground.hands', 'ground.room']);
    expect(read.ok && read.value.phases[0]).toMatchObject({
      openEnded: false,
      steps: [],
      bells: [],
      lines: [{ line: 'anchor.here', at: 1, talk: 'sparse' }],
    });
    const log = logOf([
      started,
      { type: 'phase-advanced', at: 3, to: 'peak', seq: 7 },
      { type: 'held', at: 3 },
    ]);
    expect(log).toEqual({
      ok: true,
      value: [
        { type: 'started', at: 0, seq: 0, wallMs: 0 },
        { type: 'phase-advanced', at: 3, to: 'peak', observed: false, seq: 7, wallMs: 0 },
        { type: 'held', at: 3, seq: 8, wallMs: 0 },
      ],
    });
  });

  it('[F2] a log that was written is read again as it was', () => {
    const log = logged(
      [0, { type: 'started' }],
      [3, { type: 'noted', text: 'warm hands', tag: 'body' }],
      [4, { type: 'undone', undoes: 1 }],
    );
    expect(parseLog(JSON.stringify(log))).toEqual({ ok: true, value: log });
  });

  it('[F5] is what the schemas in docs say', async () => {
    for (const [file, text] of Object.entries(await schemaFiles()))
      expect(readFileSync(path.join(import.meta.dirname, '../../docs', file), 'utf8')).toBe(text);
  });

  it('[F5] is what the examples in docs/session-format.md are', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/session-format.md'), 'utf8');
    const [first = '', second = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map((found) => found[1]);
    const [example, log] = [parsePlan(first), parseLog(second)];
    expect([problemOf(example), problemOf(log)]).toEqual(['no problem', 'no problem']);
    if (example.ok) expect(misfitOf(example.value, [], evenGuide)).toBeUndefined();
  });

  it('[F6] still has to fit its guide and its log', () => {
    const fitting = (change: Partial<PlanInput>, log: SessionLog = []) => {
      const problem = misfitOf(plan(change), log, evenGuide);
      return problem === undefined ? 'fits' : sentence(problem);
    };
    const guide = 'expected a line the guide can say, got "no.line"';
    expect(fitting({}, logged([0, { type: 'phase-advanced', to: 'next', observed: false }]))).toBe('fits');
    const lines = [
      { line: 'anchor.here', at: 1 },
      { line: 'no.line', at: 2 },
    ];
    expect(fitting({ phases: [phase({ lines })] })).toBe(`phases[0].lines[1].line: ${guide}`);
    const loop = { lines: ['no.line'], from: 0, every: 60 };
    expect(fitting({ phases: [phase({ loop })] })).toBe(`phases[0].loop.lines[0]: ${guide}`);
    expect(fitting({ grounding: { anchor: [], room: ['no.line'] } })).toBe(`grounding.room[0]: ${guide}`);
    expect(fitting({}, logged([0, { type: 'line-played', line: 'no.line' }]))).toBe(`log[0].line: ${guide}`);
    expect(fitting({}, logged([0, { type: 'phase-advanced', to: 'peak', observed: true }]))).toBe(
      'log[0].to: expected "next" or a phase of the plan (onset), got "peak"',
    );
  });
});
