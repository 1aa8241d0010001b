import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  Mp4OutputFormat,
  OGG,
  Output,
} from 'mediabunny';
import { afterEach, expect, it, vi } from 'vitest';
import { durationInElement } from '#audio/own/probing.ts';
import { openRecording } from '#audio/recording/opening.ts';
import { fetchBytes } from '#audio/fetch-bytes.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const RATE = 48_000;
const tone = (seconds: number) =>
  Float32Array.from({ length: seconds * RATE }, (_, nth) => 0.2 * Math.sin(nth / 20));

afterEach(() => vi.restoreAllMocks());

/** The sound of an Ogg file over and over in an MP4 whose index says that each packet takes a tenth of a millisecond. */
async function packed(packets: number): Promise<Blob> {
  const input = new Input({
    source: new BlobSource(new Blob([await fetchBytes('/tests/fixtures/own/two.opus')])),
    formats: [OGG],
  });
  const track = await input.getPrimaryAudioTrack();
  const config = await track?.getDecoderConfig();
  if (!track || !config) throw new Error('expected a track of Opus');
  const bytes: Uint8Array[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) bytes.push(data);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const source = new EncodedAudioPacketSource('opus');
  output.addAudioTrack(source);
  await output.start();
  for (let nth = 0; nth < packets; nth++) {
    const data = bytes[nth % bytes.length] ?? new Uint8Array();
    await source.add(new EncodedPacket(data, 'key', nth / 10_000, 1 / 10_000), { decoderConfig: config });
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('expected a finished file');
  return new Blob([target.buffer]);
}

it('[E25] a recording from elsewhere is opened as one channel', async () => {
  const opened = await openRecording(wavFile(RATE, tone(2)));
  expect(opened).toMatchObject({ ok: true, value: { rate: RATE } });
  if (!opened.ok) return;
  expect(opened.value.samples.length).toBe(2 * RATE);
  expect(Math.max(...opened.value.samples)).toBeCloseTo(0.2, 3);
  const ofSix = await openRecording(new Blob([await fetchBytes('/tests/fixtures/own/six.flac')]));
  expect(ofSix).toMatchObject({ ok: true, value: { rate: RATE } });
});

it('[E25] one that is silent is opened all the same: what it lacks is said where it is worked on', async () => {
  expect(await openRecording(wavFile(RATE, new Float32Array(RATE)))).toMatchObject({ ok: true });
});

it('[E25] is refused where it is no sound, or longer than a minute', async () => {
  expect(await openRecording(new Blob(['a letter']))).toEqual({ ok: false, problem: 'not-a-sound' });
  expect(await openRecording(wavFile(RATE, tone(61)))).toEqual({ ok: false, problem: 'long-line' });
});

// Mutant: `isLonger` not asked -> red, for all of it is decoded before it is refused.
it('[E25] one that holds more than its index says is refused before all of it is decoded', async () => {
  const decode = vi.spyOn(OfflineAudioContext.prototype, 'decodeAudioData');
  const file = await packed(10_000);
  expect(await durationInElement(file)).toBeLessThan(10);
  expect(await openRecording(file)).toEqual({ ok: false, problem: 'long-line' });
  expect(decode).not.toHaveBeenCalled();
});
