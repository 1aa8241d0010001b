import type { Pair } from './measuring.ts';

/** One figure, as it is printed and as it is kept with `--json`. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** The same of the floor page, measured in the same run. */
  readonly floor?: number;
  /** What it should not exceed, or should reach; of the ratio to the floor where there is one. */
  readonly aim?: Aim;
  /** How it was measured. */
  readonly how: string;
}

interface Aim {
  readonly least?: number;
  readonly most?: number;
}

export function besideFloor({ app, floor }: Pair): Pick<Figure, 'value' | 'floor'> {
  return { value: app, floor };
}

/** A few lines for each figure: what it is, how it stands to the floor and to its aim, how it was measured. */
export function printFigure(figure: Figure): string {
  const { name, value, unit, floor, how } = figure;
  const columns = [
    name.padEnd(38),
    `${round(value)} ${unit}`.padStart(14),
    (floor === undefined ? '' : `floor ${round(floor)}`).padStart(14),
    (floor === undefined ? '' : `× ${round(value / floor)}`).padStart(9),
    `  ${verdict(figure)}`,
  ];
  return `${columns.join('').trimEnd()}\n    ${how}`;
}

function verdict({ value, floor, aim }: Figure): string {
  if (aim === undefined) return '';
  const judged = floor === undefined ? value : value / floor;
  const { least = -Infinity, most = Infinity } = aim;
  const met = judged >= least && judged <= most;
  const wanted =
    aim.most === undefined ? `at least ${least}` : `at most ${floor === undefined ? '' : '× '}${most}`;
  return `${met ? 'meets' : 'MISSES'} ${wanted}`;
}

/** Three digits that mean something. */
function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
