import { describe, expect, it } from 'vitest';
import { OwnSounds, type OwnSoundPorts } from '#app/own-sounds.svelte.ts';
import type { Measured, Unreadable } from '#audio/own/measured.ts';
import type { MeasuringParts } from '#audio/own/measuring.ts';
import type { Result } from '#session/units.ts';
import type { KeptSound, OwnSoundStore } from '#storage/own-sounds.ts';

const measured: Measured = { seconds: 90, channels: 2, sampleRate: 48_000, loudness: -14, truePeak: -1 };
const done = { ok: true, value: undefined } as const;
type Answer = (result: Result<Measured, Unreadable>) => void;

/** A device with a shelf in memory, on which every measuring waits for its answer. */
function device(stored: readonly KeptSound[] = []) {
  const shelf = new Map(stored.map((sound) => [sound.id, sound]));
  const asked: boolean[] = [];
  const measuring: {
    name: string;
    answer: Answer;
    signal: AbortSignal;
    progress: (share: number) => void;
  }[] = [];
  let full = false;
  const store: OwnSoundStore = {
    all: () => Promise.resolve([...shelf.values()]),
    add(sound) {
      if (full) return Promise.resolve({ ok: false, problem: 'storage-full' });
      shelf.set(sound.id, sound);
      return Promise.resolve(done);
    },
    change(sound) {
      shelf.set(sound.id, sound);
      return Promise.resolve(done);
    },
    remove(id) {
      shelf.delete(id);
      return Promise.resolve(done);
    },
    bytes: () => Promise.resolve(new Blob()),
    find: (id) => Promise.resolve(shelf.get(id)),
  };
  let ids = 0;
  const ports: OwnSoundPorts = {
    openOwnSoundStore: () => Promise.resolve(store),
    measureSound: (file, { signal, onProgress }) =>
      new Promise((answer) => {
        measuring.push({ name: (file as File).name, answer, signal, progress: onProgress });
        signal.addEventListener('abort', () => answer({ ok: false, problem: { kind: 'cancelled' } }));
      }),
    storageRoom(ask) {
      asked.push(ask);
      return Promise.resolve({ used: 1, left: 2, promised: ask });
    },
    newId: () => `id-${ids++}`,
    nowMs: () => 7,
  };
  return { ports, shelf, asked, measuring, fill: () => (full = true) };
}

const file = (name: string) => new File(['abc'], name);

describe('bringing sounds along', () => {
  it('measures one after another, says how far it is, and keeps each by the name of its file', async () => {
    const { ports, shelf, measuring } = device();
    const sounds = await OwnSounds.open(ports);
    void sounds.takeIn([file('Rain.mp3'), file('Harp.flac')]);
    await expect.poll(() => measuring.length).toBe(1);
    expect(sounds.imports.map(({ step }) => step)).toEqual(['measuring', 'waiting']);
    measuring[0]?.progress(0.4);
    expect(sounds.imports[0]?.share).toBe(0.4);
    measuring[0]?.answer({ ok: true, value: measured });
    await expect.poll(() => measuring.length).toBe(2);
    measuring[1]?.answer({ ok: true, value: measured });
    await expect.poll(() => sounds.all.map(({ title }) => title)).toEqual(['Harp', 'Rain']);
    expect(sounds.imports).toEqual([]);
    expect([...shelf.values()][0]).toMatchObject({ title: 'Rain', size: 3, loudness: -14 });
  });

  it('tells why a file was refused, and goes on with the next', async () => {
    const { ports, measuring, fill } = device();
    const sounds = await OwnSounds.open(ports);
    void sounds.takeIn([file('a.txt'), file('b.mp3')]);
    await expect.poll(() => measuring.length).toBe(1);
    measuring[0]?.answer({ ok: false, problem: { kind: 'not-audio' } });
    await expect.poll(() => measuring.length).toBe(2);
    fill();
    measuring[1]?.answer({ ok: true, value: measured });
    await expect
      .poll(() => sounds.imports.map(({ problem }) => problem?.kind))
      .toEqual(['not-audio', 'storage-full']);
    expect(sounds.all).toEqual([]);
  });

  // Mutant: no `catch` in `takeIn` -> fails: the second file waits for ever.
  it('goes on with the next file when the measuring of one breaks down', async () => {
    const { ports, measuring } = device();
    const broken = (file: Blob, parts: MeasuringParts) =>
      (file as File).name === 'a.mp3'
        ? Promise.reject(new Error('the worker died'))
        : ports.measureSound(file, parts);
    const sounds = await OwnSounds.open({ ...ports, measureSound: broken });
    void sounds.takeIn([file('a.mp3'), file('b.mp3')]);
    await expect.poll(() => measuring.length).toBe(1);
    measuring[0]?.answer({ ok: true, value: measured });
    await expect.poll(() => sounds.all.map(({ title }) => title)).toEqual(['b']);
    expect(sounds.imports.map(({ file, step }) => [file, step])).toEqual([['a.mp3', 'refused']]);
  });

  it('ends what is under way, and never begins what was put away while it waited', async () => {
    const { ports, measuring } = device();
    const sounds = await OwnSounds.open(ports);
    const taking = sounds.takeIn([file('a.mp3'), file('b.mp3')]);
    await expect.poll(() => measuring.length).toBe(1);
    for (const one of [...sounds.imports].reverse()) sounds.dismiss(one);
    await taking;
    expect(measuring.map(({ name, signal }) => [name, signal.aborted])).toEqual([['a.mp3', true]]);
    expect([sounds.imports, sounds.all]).toEqual([[], []]);
  });

  it('asks the browser for its promise when the first sound is kept, not before', async () => {
    const { ports, asked, measuring } = device();
    const sounds = await OwnSounds.open(ports);
    await sounds.lookForRoom();
    void sounds.takeIn([file('a.mp3')]);
    await expect.poll(() => measuring.length).toBe(1);
    measuring[0]?.answer({ ok: true, value: measured });
    await expect.poll(() => asked).toEqual([false, true]);
    await expect.poll(() => sounds.room?.promised).toBe(true);
  });

  // Mutant: the answer is waited for -> fails: the second file is not begun before somebody has answered.
  it('does not wait for that promise, and asks once', async () => {
    const { ports, measuring } = device();
    const asked: boolean[] = [];
    const storageRoom = (ask: boolean) => (asked.push(ask), new Promise<never>(() => undefined));
    const sounds = await OwnSounds.open({ ...ports, storageRoom });
    void sounds.takeIn([file('a.mp3'), file('b.mp3')]);
    for (const nth of [0, 1]) {
      await expect.poll(() => measuring.length).toBe(nth + 1);
      measuring[nth]?.answer({ ok: true, value: measured });
    }
    await expect.poll(() => sounds.all.length).toBe(2);
    expect(asked).toEqual([true, false]);
  });
});

describe('deleting a sound', () => {
  const kept = (id: string, removedMs?: number): KeptSound => ({
    ...{ id: `own.${id}`, title: id, kind: 'music', seconds: 60, loudness: -14, truePeak: -1 },
    ...{ size: 3, origin: '', notes: '', addedMs: 1 },
    ...(removedMs === undefined ? {} : { removedMs }),
  });

  it('can be taken back', async () => {
    const { ports, shelf } = device([kept('a')]);
    const sounds = await OwnSounds.open(ports);
    await sounds.remove(kept('a'));
    expect([sounds.all, shelf.get('own.a')?.removedMs]).toEqual([[], 7]);
    await sounds.undoRemove();
    expect(sounds.all).toHaveLength(1);
    expect(shelf.get('own.a')?.removedMs).toBeUndefined();
  });

  // Mutant: `open` lists whatever it finds -> what was being deleted is back.
  it('is finished at the next visit where the app was closed before it could be', async () => {
    const { ports, shelf } = device([kept('a', 5), kept('b')]);
    const sounds = await OwnSounds.open(ports);
    expect(sounds.all.map(({ id }) => id)).toEqual(['own.b']);
    expect([...shelf.keys()]).toEqual(['own.b']);
  });

  it('of a second one finishes the first', async () => {
    const { ports, shelf } = device([kept('a'), kept('b')]);
    const sounds = await OwnSounds.open(ports);
    await sounds.remove(kept('a'));
    await sounds.remove(kept('b'));
    expect([...shelf.keys()]).toEqual(['own.b']);
    expect(sounds.removed?.id).toBe('own.b');
  });
});
