import { expect, it } from 'vitest';
import { renderTimeline } from '#audio/render.ts';
import type { BedKind } from '#session/layers.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionTimeOf, START } from '#session/units.ts';
import { decibels } from '../../audio/sounds/measure.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { logOf, planOfRoute } from '../../helpers/audio/sessions.ts';
import { HEIGHT, smoothBank, smoothClips } from '../../helpers/audio/smooth.ts';
import { evenGuide } from '../../helpers/guide.ts';

const [BEGUN, ENDED] = [60, 90];

/** The bed alone, made of a sound that stands still: what is heard is its gain. dB at each tenth of a second. */
async function bedLevels(bed: BedKind): Promise<(at: number) => number> {
  const plan = planOfRoute('iv', { talk: 'silent', beds: [{ sound: bed }] });
  const log = logOf([BEGUN, { type: 'vitals-begun', announced: false }], [ENDED, { type: 'vitals-ended' }]);
  const span = { from: START, to: sessionTimeOf(110) };
  const parts = { bank: smoothBank(), clips: smoothClips(() => undefined), only: ['bed' as const] };
  const left = new Float32Array(110 * RATE);
  let place = 0;
  for await (const piece of renderTimeline(buildTimeline(plan, log, evenGuide), span, parts)) {
    left.set(piece.left, place);
    place += piece.left.length;
  }
  return (at) => decibels(Math.abs(left[Math.round(at * RATE)] ?? 0) / HEIGHT);
}

// Mutants: measuredBy() that returns 0, MEASURING_DEPTH of -6, MEASURING_CHANGE of 1 -> each fails.
it.each<BedKind>(['pink', 'brown'])(
  '[E5] %s goes down 12 dB over 8 s when vitals are measured, and comes back over 8 s, never faster than 6 dB a second',
  async (bed) => {
    const level = await bedLevels(bed);
    const before = level(BEGUN - 1);
    const heard = [BEGUN + 4, BEGUN + 8.1, ENDED - 1, ENDED + 4, ENDED + 8.1, ENDED + 15].map(
      (at) => level(at) - before,
    );
    const wanted = [-6, -12, -12, -6, 0, 0];
    for (const [nth, each] of heard.entries()) expect(Math.abs(each - (wanted[nth] ?? 0))).toBeLessThan(0.2);
    for (let at = BEGUN - 1; at < ENDED + 15; at += 0.1)
      expect((level(at + 0.1) - level(at)) / 0.1).toBeLessThan(6);
  },
);
