/** A shipped sound: where it is, and how its SHA-256 begins. */
export type ShippedSound = readonly [url: string, sha256: string];

/** What the page fills and the service worker answers from. */
export const SOUND_CACHE = 'sounds';

/** A sound is kept under what it holds: a line recorded anew is never answered with its old recording. */
export function keyOf([url, sha256]: ShippedSound): string {
  return `${url}?sha256=${sha256}`;
}

/** Whether bytes are what the list says. */
export async function isTrue([, sha256]: ShippedSound, bytes: ArrayBuffer): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.startsWith(sha256);
}
