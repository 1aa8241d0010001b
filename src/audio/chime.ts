import { Offline, OfflineContext, Panner, setContext, Synth } from 'tone';
import { SAMPLE_RATE } from './sample-rate.ts';

// Tone plays a short phrase of notes with envelopes, which is what it is made for. It does so into a buffer, once:
// played live its nodes cost the audio thread about four times native ones, and its own clock hangs on a timer.

export type Side = 'left' | 'right';

/** Two soft notes, up for the right ear and down for the left, so that the sides differ by more than their place. */
const PHRASE: Readonly<Record<Side, readonly [first: string, second: string]>> = {
  left: ['A4', 'E4'],
  right: ['E4', 'A4'],
};
const SECONDS = 1.4;
const made = new Map<Side, Promise<AudioBuffer>>();

/** A chime in one ear only. Rendered at the first call. */
export function renderChime(side: Side): Promise<AudioBuffer> {
  const known = made.get(side);
  if (known !== undefined) return known;
  const chime = render(side);
  made.set(side, chime);
  return chime;
}

async function render(side: Side): Promise<AudioBuffer> {
  releaseDefaultContext();
  const rendered = await Offline(() => play(side), SECONDS, 2, SAMPLE_RATE);
  const buffer = rendered.get();
  if (buffer === undefined) throw new Error('the chime was not rendered');
  return buffer;
}

function play(side: Side): void {
  const panner = new Panner(side === 'left' ? -1 : 1).toDestination();
  const synth = new Synth({
    oscillator: { type: 'sine' },
    envelope: { attack: 0.03, decay: 0.25, sustain: 0.15, release: 0.6 },
    volume: -16,
  }).connect(panner);
  const [first, second] = PHRASE[side];
  synth.triggerAttackRelease(first, 0.2, 0.02);
  synth.triggerAttackRelease(second, 0.25, 0.42);
}

let released = false;

/** Importing Tone opens a context and a worker that ticks twenty times a second; the app has its own. */
function releaseDefaultContext(): void {
  if (released) return;
  released = true;
  setContext(new OfflineContext(2, SECONDS, SAMPLE_RATE), true);
}
