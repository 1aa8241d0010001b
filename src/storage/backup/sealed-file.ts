import type { Result } from '#session/units.ts';
import { keyFrom, MOST_ITERATIONS, newDerivation, type Derivation } from '../passphrase.ts';
import { joined, type Part } from '../value-bytes.ts';

/** Why a file was not opened. */
export type FileRefusal = 'no-backup' | 'newer' | 'wrong-passphrase' | 'damaged';

const VERSION = 1;
const PIECE = 1024 * 1024;
const TAG = 16;
const LONGEST_HEADER = 300;

/**
 * A file that only its passphrase opens: a line of text that says how, a seal on that line, and the contents in pieces of
 * 1 MiB. AES-GCM; the key is of this file alone (its salt is drawn for it), so the number of a piece may be its IV. The
 * IV also says which piece is the last, and the line is authenticated with every piece: nothing can be changed, moved,
 * repeated or cut off without being noticed.
 */
export async function sealFile(
  crypto: Crypto,
  passphrase: string,
  contents: AsyncIterable<Part>,
  iterations?: number,
): Promise<Blob> {
  const derivation = newDerivation(crypto, iterations);
  const header = headerOf(derivation);
  const key = await keyFrom(crypto, passphrase, derivation);
  const seal = (nth: number, isLast: boolean, plain: Uint8Array<ArrayBuffer>) =>
    crypto.subtle.encrypt(place(nth, isLast, header), key, plain);
  const sealed: BlobPart[] = [header, await seal(0, false, new Uint8Array())];
  let waiting: Uint8Array<ArrayBuffer> | undefined;
  let nth = 0;
  for await (const piece of inPieces(contents)) {
    if (waiting !== undefined) sealed.push(await seal(++nth, false, waiting));
    waiting = piece;
  }
  sealed.push(await seal(nth + 1, true, waiting ?? new Uint8Array()));
  return new Blob(sealed, { type: 'application/octet-stream' });
}

/** A file whose line was understood and whose passphrase is the right one. What it holds comes piece by piece. */
export interface OpenedFile {
  /** Each was found to be as it was written. Ends in a rejection where one is not. */
  pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

export async function openFile(
  crypto: Crypto,
  passphrase: string,
  file: Blob,
): Promise<Result<OpenedFile, FileRefusal>> {
  const start = await file
    .slice(0, LONGEST_HEADER + TAG)
    .arrayBuffer()
    .catch(() => undefined);
  if (start === undefined) return { ok: false, problem: 'damaged' }; // it was moved, or its card was pulled out
  const head = headOf(start);
  if (!head.ok) return head;
  const { header, derivation } = head.value;
  if (passphrase === '') return { ok: false, problem: 'wrong-passphrase' }; // WebKit derives no key from nothing
  const key = await keyFrom(crypto, passphrase, derivation);
  const open = async (nth: number, isLast: boolean, from: number, to: number) =>
    crypto.subtle.decrypt(place(nth, isLast, header), key, await file.slice(from, to).arrayBuffer());
  const first = header.length + TAG;
  const seal = start.slice(header.length, first);
  const isRight = await crypto.subtle.decrypt(place(0, false, header), key, seal).catch(() => undefined);
  if (isRight === undefined) return { ok: false, problem: 'wrong-passphrase' };
  async function* pieces() {
    for (let nth = 1, from = first; nth === 1 || from < file.size; nth++, from += PIECE + TAG) {
      const to = Math.min(from + PIECE + TAG, file.size);
      yield new Uint8Array(await open(nth, to === file.size, from, to));
    }
  }
  return { ok: true, value: { pieces } };
}

function headerOf({ iterations, salt }: Derivation): Uint8Array<ArrayBuffer> {
  const line = `undertone-backup ${VERSION} ${iterations} ${hex(salt)}\n`;
  return new TextEncoder().encode(line);
}

function headOf(
  start: ArrayBuffer,
): Result<{ header: Uint8Array<ArrayBuffer>; derivation: Derivation }, FileRefusal> {
  const text = new TextDecoder('latin1').decode(start);
  const version = Number(/^undertone-backup (\d{1,9}) /.exec(text)?.[1] ?? 0);
  if (version > VERSION) return { ok: false, problem: 'newer' };
  const [line, iterations, salt] = /^undertone-backup 1 (\d{1,9}) ([0-9a-f]{32})\n/.exec(text) ?? [];
  if (line === undefined || salt === undefined || version !== VERSION)
    return { ok: false, problem: 'no-backup' };
  const derivation = { iterations: Number(iterations), salt: bytesOfHex(salt) };
  if (derivation.iterations < 1 || derivation.iterations > MOST_ITERATIONS)
    return { ok: false, problem: 'damaged' };
  return { ok: true, value: { header: new Uint8Array(start, 0, line.length).slice(), derivation } };
}

function place(nth: number, isLast: boolean, additionalData: Uint8Array<ArrayBuffer>): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, nth);
  iv[11] = isLast ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData };
}

/** The same bytes cut anew; a file among them is read a piece at a time. */
async function* inPieces(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let kept: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of parts) {
    const size = part instanceof Blob ? part.size : part.length;
    for (let at = 0; at < size;) {
      const to = Math.min(size, at + PIECE - length);
      const bytes =
        part instanceof Blob ? new Uint8Array(await part.slice(at, to).arrayBuffer()) : part.subarray(at, to);
      if (bytes.length !== to - at) throw new Error('a sound could not be read whole');
      kept.push(bytes);
      length += bytes.length;
      at = to;
      if (length < PIECE) continue;
      yield joined(kept);
      [kept, length] = [[], 0];
    }
  }
  if (length > 0) yield joined(kept);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
