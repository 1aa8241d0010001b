import { MUST, type Passage } from '../pacing.ts';
import { neverNamed } from '../scan.ts';
import { dealer, shuffled } from './drawing.ts';
import { withoutNaming, type ScriptLine } from './script-line.ts';
import type { Ends, Part, PracticeChoices } from './shape.ts';

/** How early a line is chosen, and how long the silence after it is beside others. */
export interface Standing {
  readonly rank: number;
  readonly weight: number;
}

export function passage({ id, duration, talk }: ScriptLine, { rank, weight }: Standing): Passage {
  return { line: id, duration, talk, rank, weight };
}

export function ofStage(lines: readonly ScriptLine[], group: string, stage: string): ScriptLine[] {
  return lines.filter((line) => line.group === group && line.stage === stage);
}

/** Which lines come first is up to the take, but those meant for sparse come before the others: so every part has its share of them. */
function inTurn(lines: readonly ScriptLine[], take: number, name: string): ScriptLine[] {
  const mixed = shuffled(lines, take, name);
  return [...mixed.filter(({ talk }) => talk === 'sparse'), ...mixed.filter(({ talk }) => talk === 'full')];
}

/** Lines that belong together, in the guide's order. The first must be said; of the others one comes after another, in an order that is up to the take. */
export function opened(lines: readonly ScriptLine[], take: number, next = 1): Passage[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const turns = inTurn(others, take, first.id);
  return [
    passage(first, { rank: MUST, weight: 1 }),
    ...others.map((line) => passage(line, { rank: next + turns.indexOf(line), weight: 1 })),
  ];
}

/** There is time for more at both ends once most steps have their third line. */
const AT_ENDS = 2.5;

/** What a practice begins with: one line, and the others once there is time for them. */
export function beginning(lines: readonly ScriptLine[], take: number): Passage[] {
  return opened(lines, take, AT_ENDS);
}

/** What it ends with: the last line, and the others before it once there is time for them. */
export function ending(lines: readonly ScriptLine[], take: number): Passage[] {
  return opened(lines.toReversed(), take, AT_ENDS).toReversed();
}

/** A practice that goes from stage to stage of the guide's lines for it. */
export interface StagedScript {
  /** Whose `begin` and `close` it begins and ends with. */
  readonly group: string;
  readonly steps: readonly Step[];
  /** What may be said anywhere between: group and stage. */
  readonly anywhere: readonly (readonly [group: string, stage: string])[];
  /** Its closing lines are each an ending of its own, and one is enough. */
  readonly oneClose?: boolean;
}

/** What any practice may say, whatever it is about. */
export const ANYWHERE = [
  ['body', 'stay'],
  ['anchor', 'stay'],
] as const;

export interface Step {
  readonly phase: string;
  readonly title: string;
  readonly stages: readonly string[];
  /** Which lines of its stages belong to it; all of them by default. */
  readonly pick?: (lines: readonly ScriptLine[]) => readonly ScriptLine[];
  /** Left out of a practice that is shorter than so many minutes. */
  readonly from?: number;
}

/**
 * The parts of such a practice. Every step has its first line before any has its second, so that none is cut short for
 * another; what may be said anywhere is dealt evenly.
 */
export function stagedParts(
  { group, steps, anywhere, oneClose = false }: StagedScript,
  guide: readonly ScriptLine[],
  { take, minutes, scan }: PracticeChoices,
  { opens, closes }: Ends,
): Part[] {
  const lines = withoutNaming(guide, neverNamed(scan));
  const own = (stage: string) => ofStage(lines, group, stage);
  const taken = steps.filter(({ from = 0 }) => minutes >= from);
  const pool = anywhere.flatMap(([of, stage]) => ofStage(lines, of, stage));
  const shared = dealer(taken.length)(inTurn(pool, take, group));
  const middle = taken.map(({ phase, title, stages, pick = (all) => all }, nth): Part => {
    const firsts = new Set(stages.map((stage) => own(stage)[0]?.id));
    const said = opened(pick(byTurns(stages.map(own))), take).map((each) =>
      firsts.has(each.line) ? { ...each, rank: Math.min(each.rank, FIRST_OF_STAGE) } : each,
    );
    const extra = (shared[nth] ?? []).map((line, round) =>
      passage(line, { ...BETWEEN, rank: BETWEEN.rank + round }),
    );
    return { phase, title, passages: interleaved(said, extra) };
  });
  const closing = oneClose ? shuffled(own('close'), take, 'close').slice(0, 1) : own('close');
  const settle: Part = { phase: 'settle', title: 'Settle', passages: beginning(own('begin'), take) };
  const close: Part = { phase: 'close', title: 'Close', passages: ending(closing, take) };
  return [...(opens ? [settle] : []), ...middle, ...(closes ? [close] : [])];
}

/** What is said anywhere comes in turns with a step's own lines, and is given a little more silence. */
const BETWEEN: Standing = { rank: 1.5, weight: 1.3 };
/** The first line of a stage tells what it is about, so it comes before any second one. */
const FIRST_OF_STAGE = 0.5;

/** At bed time silences grow, from this share of what they would be to that. */
const SLOWER = { from: 0.5, to: 1.5 };

export function slower(parts: readonly Part[]): Part[] {
  const count = parts.reduce((sum, { passages }) => sum + passages.length, 0);
  let nth = 0;
  const weigh = (weight: number) => weight * (SLOWER.from + ((SLOWER.to - SLOWER.from) * nth++) / count);
  return parts.map((part) => ({
    ...part,
    passages: part.passages.map((each) => ({ ...each, weight: weigh(each.weight) })),
  }));
}

/** The first of each list, then the second of each, and so on. */
function byTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, nth) =>
    lists.flatMap((list) => list.slice(nth, nth + 1)),
  ).flat();
}

/** Others put evenly between those of a list, which has the first two words. */
function interleaved<Item>(list: readonly Item[], others: readonly Item[]): Item[] {
  const opening = list.slice(0, 2);
  const rest = list.slice(2);
  const evenly = (items: readonly Item[]) =>
    items.map((item, nth) => ({ item, at: (nth + 0.5) / items.length }));
  const mixed = [...evenly(others), ...evenly(rest)].sort((a, b) => a.at - b.at);
  return [...opening, ...mixed.map(({ item }) => item)];
}
