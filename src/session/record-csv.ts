import { eventsInForce } from './log.ts';
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

/** What has rows of its own is not told twice. */
const OWN_ROWS: readonly string[] = ['noted', 'vitals-recorded'];

const FRAME: readonly string[] = ['at', 'seq', 'type', 'wallMs'];

/** Acts as the log names them, with what they carry as `name=value`; one that was taken back says so. */
function actRows({ acts }: SessionRecord): Row[] {
  const inForce = new Set(eventsInForce(acts).map(({ seq }) => seq));
  return acts.flatMap((event): Row[] => {
    if (OWN_ROWS.includes(event.type)) return [];
    const { at, seq, type } = event;
    const text = Object.entries(event)
      .filter(([name]) => !FRAME.includes(name))
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' ');
    const kind = type === 'undone' || inForce.has(seq) ? 'act' : 'act taken back';
    return [{ at, kind, what: type, text }];
  });
}

function noteRows({ notes }: SessionRecord): Row[] {
  return notes.map(({ at, value: { tag, text } }): Row => ({ at, kind: 'note', what: tag ?? '', text }));
}

const UNITS = {
  systolic: 'mm[Hg]',
  diastolic: 'mm[Hg]',
  pulse: '/min',
  spo2: '%',
  sedation: '0..5',
} as const;

/** One line for each value, the last word of it; what it was before stands in the text. */
function vitalRows({ vitals }: SessionRecord): Row[] {
  return vitals.flatMap(({ at, value, earlier }) => {
    const rows = Object.entries(UNITS).flatMap(([what, unit]): Row[] => {
      const key = what as keyof typeof UNITS;
      const before = earlier.flatMap((one) => one.value[key] ?? []).filter((one) => one !== value[key]);
      if (value[key] === undefined) return [];
      const text = before.length > 0 ? `before correction: ${before.join(', ')}` : undefined;
      return [{ at, kind: 'vital', what, value: value[key], unit, text }];
    });
    const { note } = value;
    return note === undefined ? rows : [...rows, { at, kind: 'vital', what: 'note', text: note }];
  });
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
