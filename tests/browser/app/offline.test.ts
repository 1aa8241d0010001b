import { describe, expect, it } from 'vitest';
import { Offline, type OfflinePorts } from '#app/offline.svelte.ts';
import type { InstalledAppHandlers } from '#platform/installed-app.ts';

const SOUNDS = Array.from({ length: 5 }, (_, nth) => [`/audio/${nth}.mp3`, `${nth}`] as const);

/** A device that keeps sounds one by one, whenever it is told to. */
function device() {
  const kept = new Set<string>();
  let handlers: InstalledAppHandlers | undefined;
  let online = () => {};
  const asked: (() => void)[] = [];
  let over = () => {};
  const told = { network: true, elsewhere: false, reloads: 0, turns: 0 };
  const ports: OfflinePorts = {
    installApp: (given) => {
      handlers = given;
      return Promise.resolve({ kept: Promise.resolve(), turnToNewer: () => void told.turns++ });
    },
    shippedSounds: () => Promise.resolve(SOUNDS),
    async keepSounds(sounds, { signal, onKept }) {
      for (const [url] of sounds) {
        if (!kept.has(url)) await new Promise<void>((resolve) => asked.push(resolve));
        signal.throwIfAborted();
        if (!told.network) throw new Error('no network');
        kept.add(url);
        onKept();
      }
    },
    holdSession: () => ({ release: () => {} }),
    sessionRuns: () => Promise.resolve(told.elsewhere),
    noSessionRuns: () => new Promise((resolve) => (over = resolve)),
    reload: () => void told.reloads++,
    onOnline: (call) => void (online = call),
  };
  return {
    ports,
    told,
    kept,
    online: () => online(),
    /** The session in the other tab ends. */
    over: () => {
      told.elsewhere = false;
      over();
    },
    newer: () => handlers?.onNewer(),
    turned: () => handlers?.onTurned(),
    /** Lets the sounds that are asked for come, one after another, up to so many. */
    come: async (many: number) => {
      for (let nth = 0; nth < many; nth++) {
        await expect.poll(() => asked.length).toBeGreaterThan(0);
        asked.shift()?.();
      }
    },
  };
}

describe('keeping the app on the device', () => {
  it('says how far it is, and when all is there', async () => {
    const { ports, come } = device();
    const offline = new Offline(ports);
    void offline.open();
    await come(3);
    await expect.poll(() => offline.kept).toBe(3);
    expect([offline.state, offline.of]).toEqual(['getting', 5]);
    await come(2);
    await expect.poll(() => offline.state).toBe('ready');
  });

  // Mutant: `follow` does not end what is under way -> a sixth sound is kept while the session plays.
  it('rests while a session runs, and goes on after it', async () => {
    const { ports, come, kept } = device();
    const offline = new Offline(ports);
    void offline.open();
    await come(2);
    await expect.poll(() => kept.size).toBe(2);
    offline.follow(false);
    await come(1);
    await expect.poll(() => offline.state).toBe('getting');
    expect(kept.size).toBe(2);
    offline.follow(true);
    await come(3);
    await expect.poll(() => offline.state).toBe('ready');
  });

  it('says that sounds wait for the network, and asks again when it is back', async () => {
    const { ports, come, told, online } = device();
    const offline = new Offline(ports);
    void offline.open();
    told.network = false;
    await come(1);
    await expect.poll(() => offline.state).toBe('waiting');
    told.network = true;
    online();
    await come(5);
    await expect.poll(() => offline.state).toBe('ready');
  });

  it('says nothing where no app can be kept', async () => {
    const offline = new Offline({ ...device().ports, installApp: () => Promise.resolve(undefined) });
    await offline.open();
    expect(offline.state).toBe('impossible');
  });
});

describe('a newer version', () => {
  // Mutant: what was held up is not offered again -> red.
  it('is turned to when somebody wants it and no session runs anywhere, and offered again once none does', async () => {
    const { ports, newer, told, over } = device();
    const offline = new Offline(ports);
    void offline.open();
    newer();
    expect(offline.newer).toBe('waits');
    told.elsewhere = true;
    const waited = offline.turnToNewer();
    await expect.poll(() => offline.newer).toBe('held-up');
    over();
    await waited;
    expect([offline.newer, told.turns]).toEqual(['waits', 0]);
    await offline.turnToNewer();
    expect(told.turns).toBe(1);
  });

  // Mutants, each red: a page loads again whatever it shows; what came in a session is forgotten by its end.
  it('never loads a page again on which a session runs, but after it', () => {
    const { ports, turned, told } = device();
    const offline = new Offline(ports);
    void offline.open();
    offline.follow(false);
    turned();
    expect(told.reloads).toBe(0);
    offline.follow(true);
    expect(told.reloads).toBe(1);
  });
});
