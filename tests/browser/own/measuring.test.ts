import { describe, expect, it } from 'vitest';
import { measureSound } from '#audio/own/measuring.ts';
import { createRandom } from '#audio/sounds/random.ts';
import { decode } from '#audio/decoding.ts';
import { fetchBytes } from '#audio/fetch-bytes.ts';
import { gatedLoudness } from '../../audio/sounds/measure.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const RATE = 48_000;

function measured(file: Blob, signal = new AbortController().signal, shares: number[] = []) {
  return measureSound(file, { onProgress: (share) => void shares.push(share), signal });
}

function noise(seconds: number, height = 0.4): Float32Array {
  const random = createRandom(5);
  return Float32Array.from({ length: seconds * RATE }, () => height * (random() - 0.5));
}

const FIXTURES = '/tests/fixtures/own';
const minute = noise(60);
const hour = new Float32Array(3600 * 500).fill(0.1);

describe('a file somebody brings', () => {
  it('[OWN1] is measured as the recommendation says, and how far that has come is told', async () => {
    const sound = noise(20);
    const shares: number[] = [];
    const read = await measured(wavFile(RATE, sound), undefined, shares);
    expect(read).toMatchObject({ ok: true, value: { seconds: 20, channels: 1, sampleRate: RATE } });
    if (!read.ok) return;
    expect(read.value.loudness).toBeCloseTo(gatedLoudness([sound, sound]), 1);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('[OWN1] may be an MP3', async () => {
    const bytes = await fetchBytes('/audio/voice/en/bdl/check.volume.mp3');
    const [read, whole] = [await measured(new Blob([bytes])), await decode(bytes)];
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const samples = whole.getChannelData(0);
    expect(Math.abs(read.value.seconds - whole.duration)).toBeLessThan(0.1);
    expect(Math.abs(read.value.loudness - gatedLoudness([samples, samples]))).toBeLessThan(0.2);
  });

  it.each(['two.m4a', 'two.opus', 'two.ogg', 'one.flac'])('[OWN1] may be one like %s', async (name) => {
    const bytes = await fetchBytes(`${FIXTURES}/${name}`);
    const [read, whole] = [await measured(new Blob([bytes])), await decode(bytes)];
    expect(read).toMatchObject({ ok: true, value: { channels: 1 } });
    if (!read.ok) return;
    const samples = whole.getChannelData(0);
    expect(Math.abs(read.value.seconds - whole.duration)).toBeLessThan(0.1);
    expect(Math.abs(read.value.loudness - gatedLoudness([samples, samples]))).toBeLessThan(0.5);
  });

  // Mutants: no check of the size, of the least length, of silence -> fail. Too long is looked for twice, in what the
  // header says and in what is read: one of the two alone is enough here.
  it.each([
    ['not-audio', new Blob(['This is a letter, and no sound at all. '.repeat(50)])],
    ['silent', wavFile(RATE, new Float32Array(RATE))],
    ['too-short', wavFile(RATE, noise(0.1))],
    ['too-long', wavFile(500, ...Array.from({ length: 5 }, () => hour))],
    ['too-big', Object.defineProperty(wavFile(RATE, noise(1)), 'size', { value: 1024 ** 3 + 1 })],
  ])('[OWN1] is refused where it is %s', async (kind, file) => {
    expect(await measured(file)).toMatchObject({ ok: false, problem: { kind } });
  });

  // Mutants: eight channels allowed; what cannot be decoded is tried all the same -> fail.
  it('[OWN1] is refused where it has six channels, or this browser has no way to decode it, which says what it can', async () => {
    const of = async (name: string) => measured(new Blob([await fetchBytes(`${FIXTURES}/${name}`)]));
    expect(await of('six.flac')).toMatchObject({ ok: false, problem: { kind: 'too-many-channels' } });
    const alac = await of('alac.m4a');
    expect(alac).toMatchObject({ ok: false, problem: { kind: 'unreadable-here' } });
    expect(JSON.stringify(alac)).toContain('WAV');
  });

  it('[OWN1] is refused as damaged where its middle is not what it was', async () => {
    const bytes = new Uint8Array(await fetchBytes(`${FIXTURES}/two.m4a`));
    const [begin, rest] = [bytes.slice(0, 3000), bytes.slice(9000)];
    const broken = new Blob([begin, new Uint8Array(6000).fill(0x5a), rest]);
    expect(await measured(broken)).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    const short = new Blob([bytes.slice(0, 6000)]);
    expect(await measured(short)).toMatchObject({ ok: false, problem: { kind: 'not-audio' } });
  });

  // Mutant: the signal is not listened to -> fails.
  it('[OWN1] is let go of when that is wanted', async () => {
    const controller = new AbortController();
    const read = measured(wavFile(RATE, ...Array.from({ length: 60 }, () => minute)), controller.signal);
    controller.abort();
    expect(await read).toMatchObject({ ok: false, problem: { kind: 'cancelled' } });
  });
});
