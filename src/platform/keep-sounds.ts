import { isTrue, keyOf, SOUND_CACHE, type ShippedSound } from './sound-cache.ts';

export interface Keeping {
  /** Ends it between two sounds; what has been kept stays. */
  readonly signal: AbortSignal;
  /** After each sound that is kept and has been read. */
  readonly onKept: () => void;
}

/** So many are fetched side by side: a session that is being begun must not wait behind five hundred files. */
const AT_ONCE = 3;

/**
 * Has every sound on this device, and has really read it: kept ones are compared with what they should hold, missing and
 * damaged ones fetched. Rejects with what stood in the way of the first that cannot be had, or when `signal` ends it.
 */
export async function keepSounds(
  sounds: readonly ShippedSound[],
  { signal, onKept }: Keeping,
): Promise<void> {
  const cache = await caches.open(SOUND_CACHE);
  const waiting = [...sounds];
  const takeTurns = async () => {
    for (let sound = waiting.shift(); sound !== undefined; sound = waiting.shift()) {
      signal.throwIfAborted();
      try {
        if (!(await isKept(cache, sound))) await keep(cache, sound, signal);
      } catch (cause) {
        waiting.length = 0; // the others stop too: what is missing now would be asked for five hundred times
        throw cause;
      }
      onKept();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
}

async function isKept(cache: Cache, sound: ShippedSound): Promise<boolean> {
  const kept = await cache.match(keyOf(sound));
  return kept !== undefined && (await isTrue(sound, await kept.arrayBuffer()));
}

async function keep(cache: Cache, sound: ShippedSound, signal: AbortSignal): Promise<void> {
  const [url] = sound;
  await cache.delete(keyOf(sound)); // or the service worker would answer with what is damaged
  // Not out of the browser's own cache, which may hold the recording of another version under this name.
  const response = await fetch(url, { cache: 'reload', signal });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.clone().arrayBuffer();
  if (!(await isTrue(sound, bytes))) throw new Error(`${url} is not what this version was built with`);
  await cache.put(keyOf(sound), response);
}
