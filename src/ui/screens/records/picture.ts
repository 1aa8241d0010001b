import { levelAt } from '#session/automation.ts';
import { BUSES, type Bus } from '#session/layers.ts';
import type { Measured } from '#session/record-clinic.ts';
import type { SessionRecord } from '#session/record.ts';
import { tideCurve, tideHeight } from '#session/tide.ts';
import { sessionTimeOf, type SessionTime } from '#session/units.ts';
import { volumeOfLevel } from '#session/volume.ts';
import { joined, type PhaseSpan } from '#session/phases.ts';

/** A session on paper: moments become places from the left, in pixels. */
export interface Scale {
  readonly width: number;
  /** Where the drawing ends, in seconds: what was planned and what was lived both fit. */
  readonly to: number;
}

export function xOf({ width, to }: Scale, at: number): number {
  return (Math.min(Math.max(at, 0), to) / to) * width;
}

export function scaleOf({ planned, to }: SessionRecord, width: number): Scale {
  return { width, to: Math.max(to, planned.at(-1)?.to ?? 0, 60) };
}

const POINTS = 160;

/** The line of a tide between two heights of the paper, from the left to where its phases end. */
export function tideLine(
  spans: readonly PhaseSpan[],
  scale: Scale,
  { high, low }: { readonly high: number; readonly low: number },
): string {
  const whole = joined(spans);
  const [from, to] = [whole[0]?.from ?? 0, whole.at(-1)?.to ?? 0];
  if (to <= from) return '';
  const tide = tideCurve(whole);
  const points = Array.from({ length: POINTS + 1 }, (_, nth) => {
    const at = sessionTimeOf(from + ((to - from) * nth) / POINTS);
    const y = low - tideHeight(tide, at) * (low - high);
    return `${xOf(scale, at).toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** The same as water: down to the ground at both ends. */
export function waterOf(line: string, spans: readonly PhaseSpan[], scale: Scale, low: number): string {
  const [from, to] = [spans[0]?.from ?? 0, spans.at(-1)?.to ?? 0];
  return line === ''
    ? ''
    : `${line}L${xOf(scale, to).toFixed(1)} ${low}L${xOf(scale, from).toFixed(1)} ${low}Z`;
}

/** Minutes to be written under the drawing, counted from the medicine where there was one. */
export function minuteMarks({ given }: SessionRecord, scale: Scale): { at: number; minute: number }[] {
  const minutes = scale.to / 60;
  const room = Math.max(3, Math.floor(scale.width / 56));
  const step = [1, 2, 5, 10, 15, 20, 30, 60].find((each) => minutes / each <= room) ?? 120;
  const origin: number = given ?? 0;
  const first = Math.ceil(-origin / 60 / step) * step;
  const marks: { at: number; minute: number }[] = [];
  for (let minute = first; origin + minute * 60 <= scale.to; minute += step)
    marks.push({ at: origin + minute * 60, minute });
  return marks;
}

/** One thing that was measured again and again. */
export interface Series {
  readonly what: 'pressure' | 'pulse' | 'spo2' | 'sedation';
  readonly points: readonly { readonly at: SessionTime; readonly text: string; readonly share: number }[];
}

/** What each was, in words as short as a monitor's, and how high it stood between the lowest and the highest of the session. */
export function seriesOf({ vitals }: SessionRecord): Series[] {
  const one = (
    what: Series['what'],
    valueOf: (value: Measured) => number | undefined,
    textOf: (value: Measured) => string,
  ): Series => {
    const values = vitals.flatMap(({ value }) => valueOf(value) ?? []);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const points = vitals.flatMap(({ at, value }) => {
      const height = valueOf(value);
      if (height === undefined) return [];
      return [{ at, text: textOf(value), share: most > least ? (height - least) / (most - least) : 0.5 }];
    });
    return { what, points };
  };
  const all = [
    one(
      'pressure',
      ({ systolic, diastolic }) => systolic ?? diastolic,
      ({ systolic, diastolic }) => `${systolic ?? '–'}/${diastolic ?? '–'}`,
    ),
    one(
      'pulse',
      ({ pulse }) => pulse,
      ({ pulse }) => String(pulse),
    ),
    one(
      'spo2',
      ({ spo2 }) => spo2,
      ({ spo2 }) => String(spo2),
    ),
    one(
      'sedation',
      ({ sedation }) => sedation,
      ({ sedation }) => String(sedation),
    ),
  ];
  return all.filter(({ points }) => points.length > 0);
}

/** The volume of a bus from 0 to 100, as steps. */
export function levelPath({ levels, to }: SessionRecord, bus: Bus, scale: Scale, top: number): string {
  const level = levels[bus];
  const points = [
    { at: 0, level: levelAt(level, sessionTimeOf(0)) },
    ...level.filter(({ at }) => at < to),
    { at: to, level: levelAt(level, to) },
  ];
  const y = (decibels: number) => (top + LEVEL_HEIGHT * (1 - volumeOfLevel(decibels) / 100)).toFixed(1);
  return `M${points.map((point) => `${xOf(scale, point.at).toFixed(1)} ${y(point.level)}`).join('L')}`;
}

/** Where on the paper what is drawn, from the top, in pixels. */
export interface Layout {
  /** High and low water. */
  readonly high: number;
  readonly low: number;
  /** A lane for each bus that somebody turned up or down. */
  readonly levels: readonly { readonly bus: Bus; readonly top: number }[];
  /** Where the first lane of measured values begins, and how high each is. */
  readonly vitals: number;
  readonly lane: number;
  readonly axis: number;
  readonly height: number;
}

const LEVEL_HEIGHT = 22;
const LEVEL_LANE = 46;
const VITALS_LANE = 62;

export function layoutOf(record: SessionRecord, width: number): Layout {
  const low = 34 + Math.min(190, Math.max(110, width * 0.3));
  const moved = BUSES.filter((bus) => record.levels[bus].length > 1);
  const under = low + 36;
  const vitals = under + moved.length * LEVEL_LANE;
  const axis = vitals + seriesOf(record).length * VITALS_LANE + 4;
  return {
    high: 38,
    low,
    levels: moved.map((bus, nth) => ({ bus, top: under + nth * LEVEL_LANE })),
    vitals,
    lane: VITALS_LANE,
    axis,
    height: axis + 26,
  };
}

/** Where a moment lies on the line of the tide. */
export function tidePlace(
  spans: readonly PhaseSpan[],
  scale: Scale,
  { high, low }: Pick<Layout, 'high' | 'low'>,
  at: SessionTime,
): { readonly x: number; readonly y: number } {
  const y = low - tideHeight(tideCurve(joined(spans)), at) * (low - high);
  return { x: xOf(scale, at), y };
}

/** Values that have room beside each other; of those that would lie over one another the later is left to the table. */
export function readable<Place extends { readonly x: number; readonly text: string }>(
  places: readonly Place[],
  width: number,
): (Place & { readonly anchor: 'start' | 'middle' | 'end' })[] {
  let free = -Infinity;
  return places.flatMap((place) => {
    const half = place.text.length * 4 + 4;
    if (place.x - half < free) return [];
    free = place.x + half;
    const anchor = place.x < half ? 'start' : place.x > width - half ? 'end' : 'middle';
    return [{ ...place, anchor }];
  });
}
