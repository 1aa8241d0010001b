import { createWholeGuide } from '#app/whole-guide.ts';
import { createClipStore } from '#audio/clip-loader.ts';
import { SAMPLE_RATE } from '#audio/sample-rate.ts';
import { decode } from '#audio/decoding.ts';
import type { Piece } from '#audio/limiter/limiting.ts';
import { renderTimeline } from '#audio/render.ts';
import { createSoundBank } from '#audio/sounds/sound-bank.ts';
import { createSoundWorker } from '#audio/sounds/sound-worker.ts';
import type { Bus } from '#session/layers.ts';
import type { SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { buildTimeline } from '#session/timeline.ts';
import type { SessionTime } from '#session/units.ts';

// The page that renders: the app's own engine in the test browser, posting finished samples to the script that waits.

/** What the script asks for. Times in seconds of session time. */
export interface RenderJob {
  readonly plan: Plan;
  readonly log: SessionLog;
  readonly from: SessionTime;
  readonly to: SessionTime;
  readonly only?: readonly Bus[];
}

const bank = createSoundBank(SAMPLE_RATE, createSoundWorker());
const guide = createWholeGuide('en', '/');
const clips = createClipStore(decode).of(guide);

/** Renders and posts piece after piece to `/piece`. Resolves with the number of samples posted for each channel. */
async function render({ plan, log, from, to, only }: RenderJob): Promise<number> {
  const timeline = buildTimeline(plan, log, guide);
  let samples = 0;
  for await (const piece of renderTimeline(
    timeline,
    { from, to },
    { bank, clips, ...(only === undefined ? {} : { only }) },
  )) {
    const response = await fetch('/piece', { method: 'POST', body: pcm24(piece) });
    if (!response.ok) throw new Error(await response.text());
    samples += piece.left.length;
  }
  return samples;
}

/** Interleaved 24-bit little-endian: quiet enough for a session's last fade, and read by every program. */
function pcm24({ left, right }: Piece): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(left.length * 6);
  for (let frame = 0, at = 0; frame < left.length; frame++) {
    at = write24(bytes, at, left[frame] ?? 0);
    at = write24(bytes, at, right[frame] ?? 0);
  }
  return bytes;
}

function write24(bytes: Uint8Array, at: number, sample: number): number {
  const value = Math.round(Math.max(-1, Math.min(1, sample)) * 8_388_607);
  bytes[at] = value;
  bytes[at + 1] = value >> 8;
  bytes[at + 2] = value >> 16;
  return at + 3;
}

Object.assign(window, { renderSession: render });
