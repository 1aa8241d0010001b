/** A number from 0 up to 1 that seems to be thrown, and is always the same (the finish of MurmurHash3). */
export function thrown(seed: number, nth: number): number {
  let hash = seed ^ Math.imul(nth + 1, 0x9e3779b9);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
