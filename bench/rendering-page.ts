import { createShippedGuide } from '#app/guide.ts';
import { createClipStore } from '#audio/clip-loader.ts';
import { SAMPLE_RATE } from '#audio/sample-rate.ts';
import { renderTimeline } from '#audio/render.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import type { BeatsKind, BedKind, Bus } from '#session/layers.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline } from '#session/timeline.ts';
import { later, sessionTimeOf, type Seconds } from '#session/units.ts';

// Renders a stretch of a real session as the render script does, and throws the samples away.

export interface SpeedJob {
  readonly bed: BedKind;
  readonly beats: BeatsKind;
  readonly only: readonly Bus[];
  readonly from: Seconds;
  readonly duration: Seconds;
}

const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
// No voice is rendered here, so no clip is asked for.
const clips = createClipStore(() => Promise.reject(new Error('no clips here'))).of({ clip: () => undefined });

/** Resolves with the loudest sample: a render of silence would be no measure. */
async function render({ bed, beats, only, from, duration }: SpeedJob): Promise<number> {
  const plan = routes.iv.build({ ...defaultChoices(routes.iv), beds: [{ sound: bed }], beats });
  const timeline = buildTimeline(plan, plannedLog(plan), createShippedGuide('en'));
  const at = sessionTimeOf(from);
  let peak = 0;
  for await (const { left } of renderTimeline(
    timeline,
    { from: at, to: later(at, duration) },
    { bank, clips, only },
  ))
    for (let frame = 0; frame < left.length; frame += 64) peak = Math.max(peak, Math.abs(left[frame] ?? 0));
  return peak;
}

Object.assign(window, { renderAndForget: render });
