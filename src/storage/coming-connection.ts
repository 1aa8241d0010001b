import { writingTo } from './connection.ts';
import type { Connection } from './store.ts';

/** A connection that is fetched behind the first view, or that waits for somebody's passphrase; whoever asks waits with it. */
export function comingConnection(coming: () => Promise<Connection>): Connection {
  const together: Connection['together'] = async (...writing) => (await coming()).together(...writing);
  return {
    store(name) {
      const there = async () => (await coming()).store(name);
      return {
        get: async (key) => (await there()).get(key),
        values: async (range) => (await there()).values(range),
        keys: async (range) => (await there()).keys(range),
        entries: async (range) => (await there()).entries(range),
        ...writingTo(name, together),
      };
    },
    together,
  };
}
