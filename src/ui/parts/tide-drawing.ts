import type { Cue } from '#session/cues.ts';
import type { PhaseSpan } from '#session/phases.ts';
import { tideCurve, tideHeights } from '#session/tide.ts';
import { within, type SessionTime } from '#session/units.ts';
import type { TideShape } from './morph.svelte.ts';

const SAMPLES = 161;

/** Where a tide is drawn, in pixels: `high` and `low` water from the top. */
export interface Frame {
  readonly width: number;
  readonly high: number;
  readonly low: number;
}

/** The beginning of each span by name, and now: everything on the tide that can move. */
export function tideShape(spans: readonly PhaseSpan[], at: SessionTime | undefined): TideShape {
  const share = shareOf(spans);
  const starts = spans.map((span, nth) => [spanKey(span, nth), share(span.from)] as const);
  const now = at === undefined ? [] : [['now', share(at)] as const];
  return { heights: tideHeights(tideCurve(spans), SAMPLES), places: Object.fromEntries([...starts, ...now]) };
}

/** A phase lived twice has two names on the tide. */
export function spanKey(span: PhaseSpan, nth: number): string {
  return `${nth}/${span.phase}`;
}

/** A moment as a share of the whole, 0 to 1. */
export function shareOf(spans: readonly PhaseSpan[]): (at: SessionTime) => number {
  const from = spans[0]?.from ?? 0;
  const length = (spans.at(-1)?.to ?? 1) - from;
  return (at) => Math.min(1, Math.max(0, (at - from) / length));
}

export function heightAt(heights: readonly number[], share: number): number {
  const place = share * (heights.length - 1);
  const before = heights[Math.floor(place)] ?? 0;
  const after = heights[Math.ceil(place)] ?? before;
  return before + (after - before) * (place - Math.floor(place));
}

export function yOf(height: number, { high, low }: Frame): number {
  return low - height * (low - high);
}

/** The line of the tide from one share of it up to another. */
export function tidePath(heights: readonly number[], frame: Frame, until = 1, from = 0): string {
  const last = heights.length - 1;
  const between = heights.flatMap((height, nth) =>
    nth / last > from && nth / last < until ? [point(nth / last, height, frame)] : [],
  );
  const edge = (share: number) => point(share, heightAt(heights, share), frame);
  return `M${[edge(from), ...between, edge(until)].join('L')}`;
}

/** The water under that line. */
export function waterPath(heights: readonly number[], frame: Frame, until: number, from = 0): string {
  return `${tidePath(heights, frame, until, from)}V${frame.low}H${(from * frame.width).toFixed(1)}Z`;
}

function point(share: number, height: number, frame: Frame): string {
  return `${(share * frame.width).toFixed(1)} ${yOf(height, frame).toFixed(1)}`;
}

export interface Label {
  readonly key: string;
  readonly text: string;
  readonly left: number;
  readonly current: boolean;
}

/** Names that fit: the current phase always, the others where they do not run into one that is shown. */
export function fitting(labels: readonly Label[], width: number): Label[] {
  const size = (label: Label) => label.text.length * 7.4 + 12;
  const placed = labels.map((label) => ({
    ...label,
    left: Math.max(0, Math.min(label.left, width - size(label))),
  }));
  const shown: Label[] = [];
  for (const label of [...placed].sort((a, b) => Number(b.current) - Number(a.current))) {
    const free = shown.every(
      (other) => label.left + size(label) <= other.left || other.left + size(other) <= label.left,
    );
    if (free) shown.push(label);
  }
  return shown;
}

/** The cues that may still come in their own phase, or came: a preparation's loop is laid out for hours. */
export function ticksOf(
  cues: readonly Cue[],
  spans: readonly PhaseSpan[],
): { at: SessionTime; small: boolean }[] {
  return cues.flatMap((cue) => {
    const phase = spans.find((span) => within(cue.at, span))?.phase;
    const here = phase !== undefined && (cue.asked || cue.id.startsWith(`${phase}/`));
    return here ? [{ at: cue.at, small: cue.bus === 'bell' }] : [];
  });
}
