import type { Decibels, Seconds } from '#session/units.ts';
import { gainOf } from '../ramp.ts';
import { scale } from '../sounds/samples.ts';
import { ownGain } from './measured.ts';
import type { OwnRecording } from './own-bank.ts';
import { bakedLoop } from './own-loop.ts';

/** A bed made of an own sound: a loop that is held decoded, or a file for a media element to play. */
export type OwnBed =
  | { readonly kind: 'loop'; readonly buffer: AudioBuffer; readonly gain: Decibels }
  | { readonly kind: 'stream'; readonly url: string; readonly seconds: Seconds; readonly gain: Decibels };

export function loopOf(found: OwnRecording, decoded: AudioBuffer): OwnBed {
  const { sampleRate, numberOfChannels } = decoded;
  const loops = bakedLoop(
    Array.from({ length: numberOfChannels }, (_, nth) => decoded.getChannelData(nth)),
    sampleRate,
  );
  const buffer = new AudioBuffer({ numberOfChannels, length: loops[0]?.length ?? 1, sampleRate });
  for (const [nth, loop] of loops.entries()) buffer.copyToChannel(loop, nth);
  return { kind: 'loop', buffer, gain: ownGain(found, 'bed') };
}

/** Its url is to be revoked when the bed is let go of. */
export function streamOf(found: OwnRecording): OwnBed {
  const url = URL.createObjectURL(found.bytes);
  return { kind: 'stream', url, seconds: found.seconds, gain: ownGain(found, 'bed') };
}

/** As loud as a bell is to be; the buffer itself is changed. */
export function bellOf(found: OwnRecording, decoded: AudioBuffer): AudioBuffer {
  const gain = gainOf(ownGain(found, 'bell'));
  for (let nth = 0; nth < decoded.numberOfChannels; nth++) scale(decoded.getChannelData(nth), gain);
  return decoded;
}
