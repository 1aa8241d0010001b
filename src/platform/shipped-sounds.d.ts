declare module 'virtual:shipped-sounds' {
  /** Every sound below public/audio: where it is, and how its SHA-256 begins, in hex digits. */
  export const shippedSounds: readonly (readonly [url: string, sha256: string])[];
}
