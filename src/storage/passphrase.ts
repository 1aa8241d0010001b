/** What turns a passphrase into a key; it lies openly beside what the key has closed. */
export interface Derivation {
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Of PBKDF2 with SHA-256: OWASP's figure of 2023. About half a second on a tablet. */
export const ITERATIONS = 600_000;
/** More than this is no file of ours, and would keep the device busy for minutes. */
export const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;

export function newDerivation(crypto: Crypto, iterations = ITERATIONS): Derivation {
  return { iterations, salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)) };
}

/** An AES key of 256 bits. It never leaves the browser's keeping, and the passphrase is not kept at all. */
export async function keyFrom(
  { subtle }: Pick<Crypto, 'subtle'>,
  passphrase: string,
  { iterations, salt }: Derivation,
): Promise<CryptoKey> {
  // One device writes é as one letter, the next as two: both are the same passphrase.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const secret = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
