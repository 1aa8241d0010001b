import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { judgeChain } from '#session/chain-judging.ts';
import { canonical, chained, rootOf, type Kept } from '#session/chain.ts';
import { logOf } from '#session/log-reading.ts';
import type { SessionLog } from '#session/log.ts';
import { CSV_COLUMNS, csvLine, recordCsv } from '#session/record-csv.ts';
import { recordDocument } from '#session/record-document.ts';
import { recordSchema } from '#session/record-schema.ts';
import { buildRecord, type LivedSession } from '#session/record.ts';
import { buildTimeline } from '#session/timeline.ts';
import { everyEventSession } from '../helpers/every-event.ts';
import { digest, eventfulSession } from '../helpers/finished.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged } from '../helpers/sessions.ts';

const session = eventfulSession('3f2b8a54-1c3e-4f6a-9b1d-0a1b2c3d4e5f', Date.UTC(2026, 10, 22, 13, 5));
const record = buildRecord(session, evenGuide);

/** What RFC 4180 says a table is, read letter by letter. */
function tableOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const letter = csv[i] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (csv[i + 1] === '"') cell += csv[i++];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === ',' || csv.startsWith('\r\n', i)) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (letter === ',') continue;
      rows.push([]);
      i++;
    } else cell += letter;
  }
  expect(quoted).toBe(false);
  return rows.slice(0, -1);
}

describe('a record as a table', () => {
  const csv = recordCsv(record, (wallMs) => new Date(wallMs).toISOString());
  const [head, ...rows] = tableOf(csv);
  const columns = (...names: readonly (typeof CSV_COLUMNS)[number][]) =>
    rows.map((row) => names.map((name) => row[CSV_COLUMNS.indexOf(name)]));

  it('[RE5] has the documented columns, every line as long, in order of time', () => {
    expect(head).toEqual([...CSV_COLUMNS]);
    expect(rows.every((row) => row.length === CSV_COLUMNS.length)).toBe(true);
    const minutes = columns('minute').map(([minute]) => Number(minute));
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });

  it('[RE5] has a line for each phase, cue, act, note and value, with corrected values and what they were', () => {
    expect(columns('kind', 'minute', 'what', 'value')).toContainEqual([
      'vital before correction',
      '61.5',
      'diastolic',
      '29',
    ]);
    const kinds = (kind: string) => columns('kind').filter(([one]) => one === kind).length;
    expect([kinds('phase'), kinds('note'), kinds('voice') + kinds('bell')]).toEqual([
      record.lived.length,
      3,
      record.cues.filter(({ asked }) => !asked).length,
    ]);
    expect(columns('kind', 'minute', 'since_given', 'clock', 'what', 'value', 'unit', 'text')).toContainEqual(
      ['vital', '61.5', '41.1', '2026-11-22T14:06:30.000Z', 'diastolic', '92', 'mm[Hg]', ''],
    );
  });

  const TOLD = ['kind', 'minute', 'what', 'value', 'text'] as const;
  const tellsOf = (log: SessionLog) =>
    tableOf(recordCsv(buildRecord({ ...session, log }, evenGuide), String))
      .map((row) => TOLD.map((name) => row[CSV_COLUMNS.indexOf(name)]))
      .filter(([kind = '']) => /vital|note|act/.test(kind));

  // Mutants: corrections left out of the acts; of what was measured only what is left; what was taken back left out -> each fails.
  it('[RE5] keeps what was said before, what was removed and what was taken back, and says so', () => {
    const log = logged(
      [60, { type: 'vitals-recorded', pulse: 70, spo2: 79, note: 'cold hands' }],
      [120, { type: 'noted', text: 'restles', tag: 'restless' }],
      [180, { type: 'vitals-recorded', pulse: 70, corrects: 0 }],
      [240, { type: 'noted', text: 'calm', corrects: 1 }],
      [300, { type: 'noted', text: 'by mistake' }],
      [302, { type: 'undone', undoes: 4 }],
      [360, { type: 'vitals-recorded', spo2: 97 }],
      [362, { type: 'undone', undoes: 6 }],
    );
    expect(tellsOf(log)).toEqual([
      ['vital before correction', '1', 'spo2', '79', ''],
      ['vital before correction', '1', 'note', '', 'cold hands'],
      ['vital', '1', 'pulse', '70', ''],
      ['note before correction', '2', 'restless', '', 'restles'],
      ['note', '2', '', '', 'calm'],
      ['act', '3', 'vitals-recorded', '', 'pulse=70 corrects=0'],
      ['act', '4', 'noted', '', 'text=calm corrects=1'],
      ['note taken back', '5', '', '', 'by mistake'],
      ['act', '5.03', 'undone', '', 'undoes=4'],
      ['vital taken back', '6', 'spo2', '97', ''],
      ['act', '6.03', 'undone', '', 'undoes=6'],
    ]);
  });

  // Mutant: `safe` that is the cell itself -> fails.
  it('[RE5] is read back as it was written, whatever was written; nothing in it is a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true })), { minLength: 2 }),
        (cells) => {
          const [read] = tableOf(`${csvLine(cells)}\r\n`);
          expect(read).toHaveLength(cells.length);
          for (const [nth, cell] of cells.entries()) {
            if (typeof cell === 'number') expect(Number(read?.[nth])).toBe(cell === 0 ? 0 : cell);
            else expect([cell, `'${cell}`]).toContain(read?.[nth]);
            if (typeof cell === 'string') expect(read?.[nth]).not.toMatch(/^\s*[=+\-@]/);
          }
        },
      ),
    );
    for (const text of ['=1+1', '+1', '-1', '@sum', '\t=1', ' =1', '\r=1', '＝1'])
      expect(tableOf(`${csvLine([text, 1])}\r\n`)[0]?.[0]).toBe(`'${text}`);
  });
});

describe('a record as a document', () => {
  const everything = everyEventSession('7d1e6c20-58ab-4d0f-8c3e-112233445566', Date.UTC(2026, 10, 23, 9, 30));

  /** As it is kept, tied together from its beginning, and as it is taken along. */
  async function documentOf(lived: LivedSession): Promise<string> {
    const { id, beganMs, plan, log } = lived;
    const beginning = { id, beganMs, plan };
    const kept = await chained(await rootOf(beginning, digest), log, digest);
    return recordDocument({
      record: buildRecord(lived, evenGuide),
      timeline: buildTimeline(plan, log, evenGuide),
      guide: { id: 'bdl' },
      kept,
      beginning,
      chain: { kind: 'whole', linked: kept.length, unlinked: 0 },
      began: new Date(beganMs).toISOString(),
    });
  }

  // Mutants: 'stopped' left out of `MISSED` -> fails; `sheet` left out of the schema -> fails.
  it.each([
    ['an eventful session', session],
    ['a prepared session with every event there is', everything],
  ])('[RE6] is what its schema says: %s', async (_, lived) => {
    const read = v.safeParse(recordSchema, JSON.parse(await documentOf(lived)));
    expect(read.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []).toEqual([]);
  });

  it('[RE6] has the log just as it was kept, and a chain that can be checked from it alone', async () => {
    const document = JSON.parse(await documentOf(everything)) as {
      log: Kept['event'][];
      chain: { beginning: unknown; links: (Kept['link'] | null)[] };
    };
    const again = document.log.map((event, nth): Kept => ({
      event,
      link: document.chain.links[nth] ?? undefined,
    }));
    const root = await digest(canonical(document.chain.beginning));
    expect(await judgeChain(root, again, undefined, digest)).toEqual({
      kind: 'whole',
      linked: everything.log.length,
      unlinked: 0,
    });
    expect(logOf(document.log)).toEqual({ ok: true, value: everything.log });
  });
});
