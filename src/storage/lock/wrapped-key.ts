import { keyFrom, newDerivation, type Derivation } from '../passphrase.ts';

/** The key of all that is kept here, closed with a passphrase. Nothing else about the passphrase is kept. */
export interface WrappedKey extends Derivation {
  readonly v: 1;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

const KEY_BYTES = 32;

/** Of 256 bits, and drawn, not derived: another passphrase is another wrapping of the same key. */
export function newKeyBytes(crypto: Crypto): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

export async function wrapKey(
  crypto: Crypto,
  keyBytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  iterations?: number,
): Promise<WrappedKey> {
  const derivation = newDerivation(crypto, iterations);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyFrom(crypto, passphrase, derivation);
  const wrapped = await crypto.subtle.encrypt(parameters(iv, derivation), key, keyBytes);
  return { v: 1, ...derivation, iv, wrapped: new Uint8Array(wrapped) };
}

/** Undefined where the passphrase is another one, or what was kept of the key is damaged: nobody can tell them apart. */
export async function unwrapKey(
  crypto: Crypto,
  { wrapped, iv, ...derivation }: WrappedKey,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (passphrase === '') return undefined; // WebKit derives no key from nothing, and throws
  const key = await keyFrom(crypto, passphrase, derivation);
  const opened = await crypto.subtle.decrypt(parameters(iv, derivation), key, wrapped).catch(() => undefined);
  return opened && new Uint8Array(opened);
}

/** Into the browser's keeping, which does not give it out again. */
export function importedKey({ subtle }: Crypto, keyBytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(iv: Uint8Array<ArrayBuffer>, { iterations }: Derivation): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`undertone-key 1 ${iterations}`) };
}
