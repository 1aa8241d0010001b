import { levelAt } from './automation.ts';
import { partsOf, wholeBreathAt, type BreathPart } from './breath.ts';
import type { Layer, LayerSound } from './layers.ts';
import type { Timeline } from './timeline.ts';
import {
  earliest,
  FADE_FLOOR,
  INSTANT,
  later,
  latest,
  within,
  type Seconds,
  type SessionTime,
  type Span,
} from './units.ts';

/** The first breath in begins where its sound comes in from silence: it is judged a little later. */
const COMES_IN: Seconds = 0.25;

/** Where one part of a breath begins. */
export interface BreathTurn {
  readonly at: SessionTime;
  readonly part: BreathPart;
}

/**
 * The turns of the breath that leads in [from, to), for what goes along with it by touch [B13]. How loud a person has
 * made it does not count, for one may feel it without hearing it; where the session itself lets it fade, nothing is felt.
 */
export function breathTurns(timeline: Timeline, { from, to }: Span): BreathTurn[] {
  return timeline.layers.flatMap((layer) => {
    if (layer.sound.kind !== 'breath') return [];
    const span = { from: latest(from, layer.from), to: earliest(to, layer.to) };
    return turnsOf(layer.sound, span).filter(({ at }) => leads(timeline, layer, at));
  });
}

/** Where one phase's breath fades and the next one's comes in, the one that began last leads. */
function leads(timeline: Timeline, layer: Layer, at: SessionTime): boolean {
  const last = timeline.layers.findLast((each) => each.bus === 'breath' && within(at, each));
  const by = later(at, COMES_IN);
  const level =
    levelAt(layer.level, by) + levelAt(timeline.thinning.breath, by) + levelAt(timeline.master, by);
  return last === layer && level > FADE_FLOOR;
}

function turnsOf(sound: LayerSound, { from, to }: Span): BreathTurn[] {
  if (sound.kind !== 'breath') return [];
  const turns: BreathTurn[] = [];
  const { origin } = sound;
  let begins = latest(from, origin);
  while (begins < to) {
    const { began, stretch } = wholeBreathAt(sound, begins - origin);
    let at = later(origin, began);
    for (const { part, length } of partsOf(sound)) {
      if (within(at, { from, to })) turns.push({ at, part });
      at = later(at, length * stretch);
    }
    begins = later(at, INSTANT);
  }
  return turns;
}
