import type { Region } from '../regions.ts';
import type { Seconds } from '../units.ts';

/** A line that practices are composed of, and what a composer has to know of it. The guide gives them, those of a stage in their order. */
export interface ScriptLine {
  /** `body.left-foot-2`. */
  readonly id: string;
  readonly duration: Seconds;
  /** The first half of its id: the practice it was written for. */
  readonly group: string;
  /** What it is for in its practice: `begin`, `arrive`, `notice` … */
  readonly stage: string;
  /** Where it leads attention to. */
  readonly visits: readonly Region[];
  /** Every region its words name, visited or only mentioned. */
  readonly names: readonly Region[];
  /** Its words speak of breathing. */
  readonly ofBreath: boolean;
  /** The least amount of talk it is meant for. */
  readonly talk: 'full' | 'sparse';
}

/** Lines that name none of these regions. */
export function withoutNaming(lines: readonly ScriptLine[], unnamed: readonly Region[]): ScriptLine[] {
  return lines.filter(({ names }) => !names.some((region) => unnamed.includes(region)));
}
