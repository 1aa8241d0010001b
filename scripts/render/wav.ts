import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { BadInput } from '../bad-input.ts';

const CHANNELS = 2;
const BYTES_PER_SAMPLE = 3;
const HEADER_BYTES = 44;
/** A WAV file counts its bytes in 32 bits. */
export const LONGEST_WAV_SECONDS = Math.floor(
  (2 ** 32 - HEADER_BYTES - 1) / (48_000 * CHANNELS * BYTES_PER_SAMPLE),
);

/**
 * Writes a stereo 24-bit WAV: `fill` writes the samples to the open file and says how many there are for each channel.
 * The file appears under its name only when it is whole; when anything goes wrong nothing of it is left.
 */
export async function writeWav(
  name: string,
  rate: number,
  fill: (file: number) => Promise<number>,
): Promise<void> {
  const unfinished = `${name}.part`;
  const file = openNew(unfinished);
  try {
    writeSync(file, header(rate, 0));
    const samples = await fill(file);
    writeSync(file, header(rate, samples), 0, HEADER_BYTES, 0);
    closeSync(file);
    renameSync(unfinished, name);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause;
  }
}

function openNew(name: string): number {
  try {
    return openSync(name, 'w');
  } catch {
    throw new BadInput(
      `${name.replace(/\.part$/, '')}: expected a place that can be written to, got one that cannot.`,
    );
  }
}

function header(rate: number, samples: number): Buffer {
  const data = samples * CHANNELS * BYTES_PER_SAMPLE;
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(HEADER_BYTES - 8 + data, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(CHANNELS, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * CHANNELS * BYTES_PER_SAMPLE, 28);
  bytes.writeUInt16LE(CHANNELS * BYTES_PER_SAMPLE, 32);
  bytes.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(data, 40);
  return bytes;
}
