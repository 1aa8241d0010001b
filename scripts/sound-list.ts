// Which sounds are shipped, and what each holds: made when the app is built, so that it can never be out of date.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const MODULE = 'virtual:shipped-sounds';
/** Vite gives its `publicDir` to the page's build but not to the service worker's. */
const ROOT = 'public';
const FOLDER = 'audio';
/** So much of a SHA-256, in hex digits, tells 526 files apart and finds a flipped bit. */
const DIGITS = 16;

/** `import { shippedSounds } from 'virtual:shipped-sounds'`: `[url, sha256]` of every sound below public/audio. */
export function soundList(): Plugin {
  return {
    name: 'sound-list',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) =>
      id === `\0${MODULE}` ? `export const shippedSounds = ${JSON.stringify(list())};` : undefined,
  };
}

function list(): [url: string, sha256: string][] {
  return readdirSync(path.join(ROOT, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(mp3|wav|ogg|m4a|flac)$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(path.join(ROOT, FOLDER, file));
      const sha256 = createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);
      return [`/${FOLDER}/${file.split(path.sep).join('/')}`, sha256];
    });
}
