import { Howl, Howler } from 'howler';
import type { BellId } from '#session/cues.ts';
import type { BedKind } from '#session/layers.ts';
import { later, sessionTimeOf, type Decibels } from '#session/units.ts';
import { renderChime, type Side } from './chime.ts';
import { createClock, type AudioTime } from './clock.ts';
import { createLayerPlayer, soundsOf } from './players/player.ts';
import { gainOf } from './ramp.ts';
import type { SoundBank } from './sounds/sound-bank.ts';
import { createTaster, LONGEST_TASTE, type Taster } from './taster.ts';

// Howler plays what is tried out before a session: one clip, now, stopped by the next one. That is all it can and all
// that is wanted here; in a session it has no place, for it cannot start a sound at a time, only now.

/** Something to try out. */
export type Sample =
  | { readonly kind: Side; readonly url: string; readonly level: Decibels }
  | { readonly kind: 'voice'; readonly url: string; readonly level: Decibels }
  | { readonly kind: 'bell'; readonly bell: BellId; readonly level: Decibels }
  | { readonly kind: 'bed'; readonly bed: BedKind; readonly level: Decibels };

export interface Audition {
  /** Resolves when the sample is over or another one took its place; rejects when it cannot be played. */
  play(sample: Sample): Promise<void>;
  stop(): void;
}

/** Where in its run the bed is tried, so that a swell is on its way. */
const BED_FROM = 100;

interface Parts {
  readonly context: AudioContext;
  readonly bank: SoundBank;
  readonly taster: Taster;
}

/** Tries sounds out through the same limiter as the session. One context serves both libraries and the session. */
export function createAudition(context: AudioContext, destination: AudioNode, bank: SoundBank): Audition {
  const taster = createTaster(context, destination);
  bindHowler(context, taster.input);
  const parts = { context, bank, taster };
  return {
    async play(sample) {
      taster.stop();
      if (sample.kind === 'bed') await playBed(parts, sample.bed, sample.level);
      else if (sample.kind === 'bell') await playBell(parts, sample.bell, sample.level);
      else if (sample.kind === 'voice') await playSpoken(parts, sample.url, sample.level);
      else await playSide(parts, sample.kind, sample.url, sample.level);
    },
    stop: () => taster.stop(),
  };
}

/** A chime in one ear, and the word for that ear in the same one. */
async function playSide(parts: Parts, side: Side, url: string, level: Decibels): Promise<void> {
  const heard = await playBuffer(parts, await renderChime(side), level);
  if (heard) await playSpoken(parts, url, level, side);
}

function playSpoken({ taster }: Parts, url: string, level: Decibels, side?: Side): Promise<void> {
  const howl = new Howl({ src: [url], volume: gainOf(level) });
  if (side !== undefined) howl.stereo(side === 'left' ? -1 : 1);
  return new Promise((resolve, reject) => {
    const over = () => {
      howl.unload();
      resolve();
    };
    taster.onStop(over);
    howl.once('end', over);
    howl.once('loaderror', () => reject(new Error(url)));
    howl.play();
  });
}

function playBuffer({ context, taster }: Parts, buffer: AudioBuffer, level: Decibels): Promise<boolean> {
  const source = context.createBufferSource();
  source.buffer = buffer;
  return taster.taste(source, level, buffer.duration, (from) => source.start(from));
}

async function playBell(parts: Parts, bell: BellId, level: Decibels): Promise<void> {
  await parts.bank.load([bell]);
  const buffer = parts.bank.buffer(bell);
  if (buffer !== undefined) await playBuffer(parts, buffer, level);
}

async function playBed({ context, bank, taster }: Parts, bed: BedKind, level: Decibels): Promise<void> {
  const sound = { kind: 'bed', bed } as const;
  await bank.load(soundsOf(sound));
  const clock = createClock(context);
  const output = context.createGain();
  const player = createLayerPlayer({
    context,
    destination: output,
    sound,
    when: (at) => clock.when(at),
    bank,
  });
  await taster.taste(output, level, LONGEST_TASTE, (from) => {
    const at = sessionTimeOf(BED_FROM);
    clock.set(at, from as AudioTime);
    player.start(at);
    player.commit(at, later(at, LONGEST_TASTE + 1));
  });
  player.stop(clock.position());
}

/**
 * Gives Howler the app's context. Its unlocking closes a context that is not at 44.1 kHz and its suspending stops one
 * after 30 quiet seconds, so both are off before the first Howl is made.
 */
function bindHowler(context: AudioContext, gain: AudioNode): void {
  Howler.autoUnlock = false;
  Howler.autoSuspend = false;
  Object.assign(Howler, {
    ctx: context,
    masterGain: gain,
    usingWebAudio: true,
    noAudio: false,
    state: context.state,
  });
}
