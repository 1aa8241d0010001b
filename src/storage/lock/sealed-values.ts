import { bytesOf, joined, readAll, type Part } from '../value-bytes.ts';
import { valueOf } from '../value-reading.ts';
import type { StoreName } from '../connection.ts';

const VERSION = 1;
const IV_BYTES = 12;

/** Where a value lies. It is authenticated with it: a value that was moved or exchanged for another does not open. */
export type Place = readonly [store: StoreName, key: IDBValidKey];

/** `parts` are those of a value, so that whoever changes it afterwards does not change what is closed. */
export async function sealed(
  { crypto, key }: Sealer,
  place: Place,
  parts: readonly Part[],
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = await readAll(parts);
  const closed = await crypto.subtle.encrypt(await parameters(iv, place), key, plain);
  return joined([Uint8Array.of(VERSION), iv, new Uint8Array(closed)]);
}

/** What was closed there. Rejects where it was closed with another key, for another place, or changed since. */
export async function unsealed({ crypto, key }: Sealer, place: Place, closed: unknown): Promise<unknown> {
  if (!(closed instanceof Uint8Array) || closed[0] !== VERSION) throw new TypeError('not closed by this app');
  const iv = closed.slice(1, 1 + IV_BYTES);
  const rest = closed.slice(1 + IV_BYTES);
  const plain = await crypto.subtle.decrypt(await parameters(iv, place), key, rest);
  return valueOf(new Uint8Array(plain));
}

/** An AES-GCM key that does not leave the browser's keeping. */
export interface Sealer {
  readonly crypto: Crypto;
  readonly key: CryptoKey;
}

async function parameters(iv: Uint8Array<ArrayBuffer>, [store, key]: Place): Promise<AesGcmParams> {
  return { name: 'AES-GCM', iv, additionalData: await bytesOf([VERSION, store, key]) };
}
