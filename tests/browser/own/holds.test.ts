import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '#audio/decoding.ts';
import { createEngine, type Engine } from '#audio/engine.ts';
import { createOwnBank, type OwnHold, type OwnRecording } from '#audio/own/own-bank.ts';
import { OWN_BUDGET } from '#audio/own/own-shelf.ts';
import { opensInElement } from '#audio/own/probing.ts';
import { later, START } from '#session/units.ts';
import { RATE } from '../../helpers/audio/markers.ts';
import { BROOK, GONG, noise, planOfBrook, recording } from '../../helpers/audio/own.ts';
import { openTapped } from '../../helpers/audio/recorder.ts';
import { livedTimeline } from '../../helpers/audio/sessions.ts';
import { wavFile } from '../../helpers/audio/wav-file.ts';

const long = recording(wavFile(RATE, noise(70, RATE)), 70);
const short = recording(wavFile(RATE, noise(4, RATE)), 4);

function bankOf(find: (id: string) => Promise<OwnRecording | undefined>) {
  return createOwnBank({ find, decode, opens: opensInElement });
}

/** Whether its file can still be opened. */
async function isOpen(hold: OwnHold, url: string): Promise<boolean> {
  const bed = hold.bed(BROOK);
  return (
    bed?.kind === 'stream' &&
    bed.url === url &&
    (await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  );
}

describe('own sounds that several want', () => {
  // Mutants, each red: only what the last one wants is kept; what nobody wants is kept.
  it('[OWN7] what one wants takes nothing from another, and the last one to go lets it go', async () => {
    const bank = bankOf((id) => Promise.resolve(id === BROOK ? long : short));
    const [one, other] = [bank.open(), bank.open()];
    await one.load([BROOK], [GONG]);
    const bed = one.bed(BROOK);
    if (bed?.kind !== 'stream') throw new Error('a long sound is streamed');
    await other.load([BROOK], []);
    await other.load([], []);
    expect(await isOpen(one, bed.url)).toBe(true);
    expect(bank.bytes()).toBeGreaterThan(0);
    await one.load([BROOK], []);
    expect(one.bell(GONG)).toBeUndefined();
    one.close();
    await expect(fetch(bed.url)).rejects.toThrow();
    expect([one.bed(BROOK), bank.bytes()]).toEqual([undefined, 0]);
  });

  // Mutant: what comes is kept without asking -> fails: nobody revokes it.
  it('[OWN7] what comes when nobody wants it any more is not kept, nor missed', async () => {
    const asked: ((found: OwnRecording) => void)[] = [];
    const bank = bankOf(() => new Promise((resolve) => asked.push(resolve)));
    const hold = bank.open();
    const loading = hold.load([BROOK], []);
    await expect.poll(() => asked.length).toBe(1);
    hold.close();
    asked[0]?.(long);
    expect(await loading).toEqual([]);
    expect(hold.bed(BROOK)).toBeUndefined();
  });

  // Mutant: a bell for which there is no room is taken for one that nothing can play -> fails.
  it('[E12] own sounds take half of the budget; a bell that found no room comes when there is some', async () => {
    const minute = recording(wavFile(RATE, noise(60, RATE)), 60);
    const bank = bankOf(() => Promise.resolve(minute));
    const [beds, bells] = [bank.open(), bank.open()];
    await beds.load(['own.a', 'own.b', 'own.c', 'own.d'], []);
    expect(['own.a', 'own.b', 'own.c', 'own.d'].map((id) => beds.bed(id as never)?.kind)).toContain('stream');
    expect(bank.bytes()).toBeLessThanOrEqual(OWN_BUDGET);
    expect(await bells.load([], [GONG])).toEqual([GONG]);
    beds.close();
    expect(await bells.load([], [GONG])).toEqual([]);
  });
});

describe('the engine', () => {
  let engine: Engine;
  let asked = 0;
  const timeline = livedTimeline(planOfBrook(70));
  const mute = { clip: () => undefined };

  async function begins(): Promise<void> {
    expect(await engine.begin(timeline, mute, () => START)).toMatchObject({ ok: true });
    await expect.poll(() => engine.position(), { timeout: 10_000 }).toBeGreaterThan(later(START, 0.2));
  }

  beforeEach(async () => {
    await (await openTapped()).close();
    asked = 0;
    engine = createEngine({
      findOwn: () => Promise.resolve((asked++, long)),
      onFault: ({ cue, reason }) => expect.fail(`${cue} is ${reason}`),
      onOnset: () => undefined,
      onTick: () => undefined,
    });
    await engine.prepare(timeline, mute, []);
  });
  afterEach(() => engine.close());

  // Mutants, each red: `pause` keeps nothing; a closed performance goes on wanting what it wanted.
  it('[OWN7] paused, it keeps what it goes on with; closed, it keeps nothing', async () => {
    await begins();
    await engine.pause();
    await begins();
    expect(asked).toBe(1);
    await engine.close();
    await engine.prepare(timeline, mute, []);
    expect(asked).toBe(2);
  }, 20_000);

  // Mutant: `close` keeps what was prepared -> fails.
  it('[OWN7] closed before anything began, it keeps nothing either', async () => {
    await engine.close();
    await engine.prepare(timeline, mute, []);
    expect(asked).toBe(2);
  });

  // Mutant: `begin` goes on keeping what was prepared -> fails: a bed that is over takes its room for the whole session.
  it('[OWN7] what leaves the session is let go of, though it was prepared', async () => {
    await begins();
    engine.load({ ...timeline, layers: [] });
    engine.load(timeline);
    await expect.poll(() => asked, { timeout: 5000 }).toBe(2);
  }, 20_000);
});
