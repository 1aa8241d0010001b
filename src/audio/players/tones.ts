import type { Glide } from '#session/automation.ts';
import type { SessionTime } from '#session/units.ts';

/** How many turns something that glides has made from Begin to `at`: the area under the glide, held at both ends. */
export function cyclesAt(glide: Glide, at: SessionTime): number {
  const [first] = glide;
  if (first === undefined) return 0;
  let turns = Math.min(first.at, at) * first.hz;
  let before = first;
  for (const point of glide.slice(1)) {
    turns += stretch(before, point, at);
    before = point;
  }
  return turns + Math.max(0, at - before.at) * before.hz;
}

/** The turns made between two points of a glide, as far as `at`. */
function stretch(from: Glide[number], to: Glide[number], at: SessionTime): number {
  const lasted = Math.min(to.at, at) - from.at;
  if (lasted <= 0) return 0;
  const reached = from.hz + ((to.hz - from.hz) * lasted) / (to.at - from.at);
  return (lasted * (from.hz + reached)) / 2;
}
