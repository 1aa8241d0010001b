import { eventsInForce, type SessionEvent } from './log.ts';
import type { Measured, Noted } from './record-clinic.ts';
import { wallMsAt, type SessionRecord } from './record.ts';
import type { SessionTime } from './units.ts';

/** The columns of a record as a table; `docs/session-format.md` says what each holds. */
export const CSV_COLUMNS = [
  'session',
  'minute',
  'since_given',
  'clock',
  'kind',
  'what',
  'value',
  'unit',
  'text',
] as const;
type Column = (typeof CSV_COLUMNS)[number];
type Cell = string | number | undefined;

interface Row extends Partial<Readonly<Record<Column, Cell>>> {
  readonly at: SessionTime;
  readonly kind: string;
  readonly what: string;
}

/**
 * A record as one table, in order of time: RFC 4180, a line for each phase, cue, act, note and value.
 * `clockOf` writes milliseconds of the wall clock.
 */
export function recordCsv(record: SessionRecord, clockOf: (wallMs: number) => string): string {
  const rows = [
    ...phaseRows(record),
    ...cueRows(record),
    ...actRows(record),
    ...noteRows(record),
    ...vitalRows(record),
  ];
  const lines = rows
    .sort((one, other) => one.at - other.at)
    .map((row) => csvLine(CSV_COLUMNS.map((column) => cellOf(record, row, column, clockOf))));
  return [csvLine(CSV_COLUMNS), ...lines].map((line) => `${line}\r\n`).join('');
}

function cellOf(record: SessionRecord, row: Row, column: Column, clockOf: (wallMs: number) => string): Cell {
  switch (column) {
    case 'session':
      return record.id;
    case 'minute':
      return hundredths(row.at / 60);
    case 'since_given':
      return record.given === undefined ? undefined : hundredths((row.at - record.given) / 60);
    case 'clock':
      return clockOf(wallMsAt(record, row.at));
    default:
      return row[column];
  }
}

function phaseRows({ planned, lived }: SessionRecord): Row[] {
  const rows = (kind: string, spans: SessionRecord['lived']) =>
    spans.map(({ phase, from, to }): Row => {
      return { at: from, kind, what: phase, value: hundredths((to - from) / 60), unit: 'min' };
    });
  return [...rows('phase planned', planned), ...rows('phase', lived)];
}

function cueRows({ cues, missed }: SessionRecord): Row[] {
  return [
    ...cues.map(({ from, bus, clip, text, asked }): Row => {
      return { at: from, kind: asked ? `${bus} asked for` : bus, what: clip, text };
    }),
    ...missed.map(({ at, cue, reason }): Row => ({ at, kind: 'missed', what: cue, text: reason })),
  ];
}

/** What has rows of its own. */
const WRITTEN: readonly string[] = ['noted', 'vitals-recorded'];

const FRAME: readonly string[] = ['at', 'seq', 'type', 'wallMs'];

/**
 * Acts as the log names them, with what they carry as `name=value`; one that was taken back says so. Notes and measurements
 * have rows of their own; only that and when one was corrected is told here too.
 */
function actRows({ acts }: SessionRecord): Row[] {
  const inForce = new Set(eventsInForce(acts).map(({ seq }) => seq));
  return acts.flatMap((event): Row[] => {
    const { at, seq, type } = event;
    const counts = type === 'undone' || inForce.has(seq);
    const corrects = 'corrects' in event && event.corrects !== undefined;
    if (WRITTEN.includes(type) && !(counts && corrects)) return [];
    const text = Object.entries(event)
      .filter(([name]) => !FRAME.includes(name))
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' ');
    return [{ at, kind: counts ? 'act' : 'act taken back', what: type, text }];
  });
}

/** What was written and taken back, at its own place. */
function takenBack<Type extends 'noted' | 'vitals-recorded'>({ acts }: SessionRecord, type: Type) {
  const inForce = new Set(eventsInForce(acts).map(({ seq }) => seq));
  return acts.filter((event): event is SessionEvent & { readonly type: Type } => {
    return event.type === type && !inForce.has(event.seq);
  });
}

const BEFORE = 'before correction';
const BACK = 'taken back';

function noteRows(record: SessionRecord): Row[] {
  const rowOf = (at: SessionTime, kind: string, { tag, text }: Noted): Row => {
    return { at, kind, what: tag ?? '', text };
  };
  return [
    ...record.notes.flatMap(({ at, value, earlier }) => [
      ...earlier.map((before) => rowOf(at, `note ${BEFORE}`, before.value)),
      rowOf(at, 'note', value),
    ]),
    ...takenBack(record, 'noted').map((event) => rowOf(event.at, `note ${BACK}`, event)),
  ];
}

const UNITS = {
  systolic: 'mm[Hg]',
  diastolic: 'mm[Hg]',
  pulse: '/min',
  spo2: '%',
  sedation: '0..5',
} as const;

const MEASURED = [...Object.keys(UNITS), 'note'] as readonly (keyof Measured)[];

/** One line for each value, the last word of it; before it what a correction has changed or removed. */
function vitalRows(record: SessionRecord): Row[] {
  const rowsOf = (at: SessionTime, kind: string, value: Measured, next: Measured = {}): Row[] =>
    MEASURED.filter((what) => value[what] !== next[what]).flatMap((what) => rowOf(at, kind, what, value));
  return [
    ...record.vitals.flatMap(({ at, value, earlier }) => [
      ...earlier.flatMap((before, nth) =>
        rowsOf(at, `vital ${BEFORE}`, before.value, earlier[nth + 1]?.value ?? value),
      ),
      ...rowsOf(at, 'vital', value),
    ]),
    ...takenBack(record, 'vitals-recorded').flatMap((event) => rowsOf(event.at, `vital ${BACK}`, event)),
  ];
}

function rowOf(at: SessionTime, kind: string, what: keyof Measured, value: Measured): Row[] {
  if (value[what] === undefined) return [];
  return what === 'note'
    ? [{ at, kind, what, text: value.note }]
    : [{ at, kind, what, value: value[what], unit: UNITS[what] }];
}

/** One line of RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe; numbers stay numbers. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
