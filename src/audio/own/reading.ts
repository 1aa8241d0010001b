import {
  ADTS,
  AudioSampleSink,
  BlobSource,
  FLAC,
  getDecodableAudioCodecs,
  Input,
  MP3,
  MP4,
  OGG,
  WAVE,
  type AudioSample,
  type InputAudioTrack,
} from 'mediabunny';
import type { Result } from '#session/units.ts';
import { createSoundMeter } from './sound-meter.ts';
import { headerProblem, judged, LONGEST, type Measured, type Unreadable } from './measured.ts';

// Reads a file from its beginning to its end in pieces of a few milliseconds: taken apart by mediabunny, decoded by the
// browser's WebCodecs. Nothing is held decoded, so an hour costs no more memory than a minute.

type Read = Result<Measured, Unreadable>;

/** `onProgress` hears what share is done, 0 to 1. Runs in a worker, and knows nothing of it. */
export async function measureFile(file: Blob, onProgress: (share: number) => void): Promise<Read> {
  const input = new Input({ source: new BlobSource(file), formats: [MP3, MP4, OGG, WAVE, FLAC, ADTS] });
  try {
    const track = (await input.canRead()) ? await input.getPrimaryAudioTrack() : null;
    if (track === null) return refused('not-audio');
    const promised = (await input.getDurationFromMetadata([track])) ?? (await input.computeDuration([track]));
    if (promised > LONGEST) return refused('too-long');
    const problem = headerProblem(await track.getNumberOfChannels(), await track.getSampleRate());
    if (problem !== undefined) return { ok: false, problem };
    if (!(await track.canDecode())) return { ok: false, problem: await unreadable() };
    return await measureTrack(track, (seconds) =>
      onProgress(promised > 0 ? Math.min(1, seconds / promised) : 0),
    );
  } catch {
    return refused('damaged');
  } finally {
    input.dispose();
  }
}

async function measureTrack(track: InputAudioTrack, onProgress: (seconds: number) => void): Promise<Read> {
  const sampleRate = await track.getSampleRate();
  const channels = await track.getNumberOfChannels();
  const meter = createSoundMeter(sampleRate, channels === 1 ? 1 : 2);
  let frames = 0;
  let told = 0;
  for await (const sample of new AudioSampleSink(track).samples()) {
    meter.add(channelsOf(sample, channels));
    frames += sample.numberOfFrames;
    sample.close();
    if (frames > LONGEST * sampleRate) return refused('too-long'); // whatever its header says
    if (frames - told < 5 * sampleRate) continue;
    told = frames;
    onProgress(frames / sampleRate);
  }
  const seconds = frames / sampleRate;
  return frames === 0 ? refused('damaged') : judged({ seconds, channels, sampleRate, ...meter.result() });
}

function channelsOf(sample: AudioSample, channels: number): Float32Array[] {
  return Array.from({ length: channels }, (_, planeIndex) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, {
      planeIndex: Math.min(planeIndex, sample.numberOfChannels - 1),
      format: 'f32-planar',
    });
    return plane;
  });
}

const NAMES: Readonly<Record<string, string>> = {
  mp3: 'MP3',
  aac: 'M4A',
  opus: 'Opus',
  vorbis: 'Ogg Vorbis',
  flac: 'FLAC',
};

/** WAV is read without any help of the browser. */
async function unreadable(): Promise<Unreadable> {
  const codecs = await getDecodableAudioCodecs(['mp3', 'aac', 'opus', 'vorbis', 'flac']);
  return { kind: 'unreadable-here', formats: [...codecs.map((codec) => NAMES[codec] ?? codec), 'WAV'] };
}

function refused(kind: Exclude<Unreadable['kind'], 'unreadable-here' | 'too-long-here'>): Read {
  return { ok: false, problem: { kind } };
}
