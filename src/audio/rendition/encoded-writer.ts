import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  canEncodeAudio,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';
import type { Hertz } from '#session/units.ts';
import type { Piece } from '../limiter/limiting.ts';
import { BITRATE, TYPES, type Format } from './formats.ts';
import type { Writer } from './writer.ts';

// The browser's own WebCodecs encode, mediabunny packs: the file has its length and an index at its front, so that an
// element knows how long it is and finds every place in it. About a megabyte a minute is held.

type Encoded = Exclude<Format, 'wav'>;
const CODECS = { webm: 'opus', mp4: 'aac' } as const;

const qualityOf = (format: Encoded) => new Quality({ bitrate: BITRATE[format] });

export function canWrite(format: Encoded, sampleRate: Hertz): Promise<boolean> {
  return canEncodeAudio(CODECS[format], { numberOfChannels: 2, sampleRate, quality: qualityOf(format) });
}

export async function createEncodedWriter(format: Encoded, sampleRate: Hertz): Promise<Writer> {
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target,
  });
  const source = new AudioSampleSource({ codec: CODECS[format], quality: qualityOf(format) });
  output.addAudioTrack(source);
  await output.start();
  let frames = 0;
  return {
    async add(piece) {
      const sample = sampleOf(piece, sampleRate, frames / sampleRate);
      frames += piece.left.length;
      await source.add(sample);
      sample.close();
    },
    async finish() {
      await output.finalize();
      if (target.buffer === null) throw new Error('expected a finished file, got none');
      return new Blob([target.buffer], { type: TYPES[format] });
    },
  };
}

function sampleOf({ left, right }: Piece, sampleRate: Hertz, timestamp: number): AudioSample {
  const data = new Float32Array(left.length * 2);
  data.set(left);
  data.set(right, left.length);
  return new AudioSample({ data, format: 'f32-planar', numberOfChannels: 2, sampleRate, timestamp });
}
