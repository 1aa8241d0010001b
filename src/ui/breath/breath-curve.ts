import { breathAt, partsOf, type Breathing } from '#session/breath.ts';
import { later, START, type Seconds } from '#session/units.ts';

/** A half cosine as one cubic: its handles reach this share of the way, and it is off by less than a hundredth. */
const HANDLE = 0.3642;

interface Frame {
  readonly seconds: Seconds;
  readonly width: number;
  readonly height: number;
  /** Kept free above and below, for the stroke. */
  readonly margin: number;
}

/** One breath at the pattern's own pace, and the breaths that follow within the frame, as SVG paths. */
export function breathCurve({ pattern, topUp }: Breathing, frame: Frame): { first: string; after: string } {
  const one = segmentsOf({ pattern, topUp });
  const length = one.at(-1)?.to ?? frame.seconds;
  const all = Array.from({ length: Math.ceil(frame.seconds / length) + 1 }, (_, nth) => nth * length);
  return {
    first: pathOf(one, 0, frame),
    after: all
      .slice(1)
      .map((by) => pathOf(one, by, frame))
      .join(''),
  };
}

interface Segment {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly begin: number;
  readonly end: number;
}

function segmentsOf(breathing: Breathing): Segment[] {
  const parts = partsOf(breathing);
  const fullnessAt = (place: Seconds) => breathAt(breathing, START, later(START, place)).fullness;
  let from = 0;
  return parts.map(({ part, length }) => {
    const to = from + length;
    const segment = { from, to, begin: fullnessAt(from), end: part === 'full' ? 1 : fullnessAt(to) };
    from = to;
    return segment;
  });
}

function pathOf(
  segments: readonly Segment[],
  by: Seconds,
  { seconds, width, height, margin }: Frame,
): string {
  const x = (place: Seconds) => (((by + place) / seconds) * width).toFixed(1);
  const y = (fullness: number) => (height - margin - fullness * (height - 2 * margin)).toFixed(1);
  const [first] = segments;
  const begin = `M${x(first?.from ?? 0)} ${y(first?.begin ?? 0)}`;
  return segments.reduce((path, { from, to, begin: low, end }) => {
    if (low === end) return `${path}H${x(to)}`;
    const reach = (to - from) * HANDLE;
    return `${path}C${x(from + reach)} ${y(low)} ${x(to - reach)} ${y(end)} ${x(to)} ${y(end)}`;
  }, begin);
}
