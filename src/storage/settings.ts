import type { Result } from '#session/units.ts';
import type { Store } from './store.ts';
import { told, type StorageProblem } from './told.ts';

/** What a person has set and found out on this device, each thing under a key of its own. */
export interface Settings {
  /**
   * What was kept under a key, as `read` understands it. Undefined where nothing was kept, where it is nothing this app
   * knows, and where storage is closed to it: a setting always has a default to fall back on.
   */
  load<Value>(key: string, read: (stored: unknown) => Value | undefined): Promise<Value | undefined>;
  /** Resolves when it is on the disk; what was kept under the key is replaced. */
  keep(key: string, value: unknown): Promise<Result<undefined, StorageProblem>>;
}

export function createSettings(store: Store): Settings {
  return {
    async load(key, read) {
      const stored: unknown = await store.get(key).catch(() => undefined);
      return stored === undefined ? undefined : read(stored);
    },
    keep: (key, value) => told(store.put(value, key)),
  };
}
