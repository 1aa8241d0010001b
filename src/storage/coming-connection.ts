import type { Connection } from './store.ts';

/** A connection that is fetched behind the first view, or that waits for somebody's passphrase; whoever asks waits with it. */
export function comingConnection(coming: () => Promise<Connection>): Connection {
  return {
    store(name) {
      const there = async () => (await coming()).store(name);
      return {
        get: async (key) => (await there()).get(key),
        values: async (range) => (await there()).values(range),
        keys: async (range) => (await there()).keys(range),
        entries: async (range) => (await there()).entries(range),
        put: async (value, key) => (await there()).put(value, key),
        putAll: async (entries) => (await there()).putAll(entries),
        delete: async (key) => (await there()).delete(key),
      };
    },
    together: async (...writing) => (await coming()).together(...writing),
  };
}
