import { createLimiting, type Limiting, type Piece } from '../limiter/limiting.ts';
import { SAMPLE_RATE } from '../sample-rate.ts';
import { canWrite, createEncodedWriter } from './encoded-writer.ts';
import type { Format } from './formats.ts';
import { createWavWriter } from './wav-writer.ts';
import type { Writer } from './writer.ts';

/** What the page asks for: which format of these it will be, then piece by piece, then the file. */
export type WritingOrder =
  | { readonly kind: 'begin'; readonly formats: readonly Format[] }
  | ({ readonly kind: 'piece' } & Piece)
  | { readonly kind: 'finish' };

/** What comes back, one for each order. */
export type WritingAnswer =
  | { readonly kind: 'begun'; readonly format: Format }
  | { readonly kind: 'taken' }
  | { readonly kind: 'finished'; readonly file: Blob }
  | { readonly kind: 'broke'; readonly reason: string };

/** So much is limited and encoded at a time. */
const STRETCH = SAMPLE_RATE;

/** The first that can be written here; WAV always can. */
async function chosen(formats: readonly Format[]): Promise<Format> {
  for (const format of formats)
    if (format === 'wav' || (await canWrite(format, SAMPLE_RATE).catch(() => false))) return format;
  return 'wav';
}

let limiting: Limiting | undefined;
let writer: Writer | undefined;

async function take({ left, right }: Piece): Promise<void> {
  for (let from = 0; from < left.length; from += STRETCH) {
    const stretch = {
      left: left.subarray(from, from + STRETCH),
      right: right.subarray(from, from + STRETCH),
    };
    const limited = limiting?.limited(stretch) ?? stretch;
    if (limited.left.length > 0) await writer?.add(limited);
  }
}

async function answerTo(order: WritingOrder): Promise<WritingAnswer> {
  if (order.kind === 'begin') {
    const format = await chosen(order.formats);
    limiting = createLimiting(SAMPLE_RATE);
    writer = format === 'wav' ? createWavWriter(SAMPLE_RATE) : await createEncodedWriter(format, SAMPLE_RATE);
    return { kind: 'begun', format };
  }
  if (limiting === undefined || writer === undefined) throw new Error('expected to be told to begin first');
  if (order.kind === 'piece') {
    await take(order);
    return { kind: 'taken' };
  }
  await writer.add(limiting.rest());
  return { kind: 'finished', file: await writer.finish() };
}

/** Limits and encodes away from the page, which goes on answering the person meanwhile. */
self.onmessage = async ({ data }: MessageEvent<WritingOrder>): Promise<void> => {
  const answer = await answerTo(data).catch((cause: unknown): WritingAnswer => ({
    kind: 'broke',
    reason: String(cause),
  }));
  self.postMessage(answer);
};
