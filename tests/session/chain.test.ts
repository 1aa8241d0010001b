import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeChain } from '#session/chain-judging.ts';
import { canonical, chained, rootOf, type Digest, type Kept } from '#session/chain.ts';
import type { SessionEvent } from '#session/log.ts';
import { sessionTimeOf } from '#session/units.ts';

const digest: Digest = (text) => Promise.resolve(createHash('sha256').update(text).digest('hex'));
const session = { id: 'one', beganMs: 5, plan: { title: 'a plan' } };

function note(seq: number, text = `note ${seq}`): SessionEvent {
  return { type: 'noted', text, seq, at: sessionTimeOf(seq), wallMs: seq * 1000 };
}

async function chainOf(count: number): Promise<{ root: string; kept: Kept[]; head: string | undefined }> {
  const root = await rootOf(session, digest);
  const kept = await chained(
    root,
    Array.from({ length: count }, (_, seq) => note(seq)),
    digest,
  );
  return { root, kept, head: kept.at(-1)?.link?.hash };
}

/** What may befall a stored log at one place, and what is told about it. */
const harms = {
  'an event that was changed': (kept: Kept[], nth: number) =>
    kept.map((one, at) => (at === nth ? { ...one, event: note(nth, 'another') } : one)),
  'an event that is gone': (kept: Kept[], nth: number) => kept.filter((_, at) => at !== nth),
  'an event that is gone, with the next one told to follow the one before': (kept: Kept[], nth: number) =>
    kept.flatMap((one, at) => {
      if (at === nth) return [];
      const prev = kept[nth]?.link?.prev ?? '';
      return at === nth + 1 && one.link ? [{ ...one, link: { ...one.link, prev } }] : [one];
    }),
  'two that changed places': (kept: Kept[], nth: number) =>
    kept.map((one, at) => kept[at === nth ? nth + 1 : at === nth + 1 ? nth : at] ?? one),
  'an event put between': (kept: Kept[], nth: number) => kept.toSpliced(nth + 1, 0, { event: note(99) }),
} satisfies Record<string, (kept: Kept[], nth: number) => Kept[]>;

describe('the chain of a session', () => {
  // Mutant: `prev` left out of the hash -> fails: an event that is gone is not noticed once its neighbour is relinked.
  // Mutant: `judgeChain` that does not hash anew -> fails: an event that was changed.
  it('[RE3] is whole as it was written, however it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }), async (batches) => {
        const root = await rootOf(session, digest);
        const kept: Kept[] = [];
        for (const size of batches) {
          const prev = kept.at(-1)?.link?.hash ?? root;
          const events = Array.from({ length: size }, (_, nth) => note(kept.length + nth));
          kept.push(...(await chained(prev, events, digest)));
        }
        const state = await judgeChain(root, kept, kept.at(-1)?.link?.hash, digest);
        expect(state).toEqual(
          kept.length === 0 ? { kind: 'none' } : { kind: 'whole', linked: kept.length, unlinked: 0 },
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each(Object.entries(harms))('[RE3] tells the place of %s', async (_, harm) => {
    const { root, kept, head } = await chainOf(8);
    for (let nth = 0; nth < 6; nth++) {
      const state = await judgeChain(root, harm(kept, nth), head, digest);
      expect(state.kind).toBe('broken');
      if (state.kind === 'broken') expect([nth, nth + 1]).toContain(state.nth);
    }
  });

  // Mutant: `head` not asked for -> fails.
  it('[RE3] tells that its last events are gone, and that the session is another one', async () => {
    const { root, kept, head } = await chainOf(5);
    expect(await judgeChain(root, kept.slice(0, 4), head, digest)).toEqual({
      kind: 'broken',
      nth: 4,
      why: 'end',
    });
    const other = await rootOf({ ...session, plan: { title: 'another' } }, digest);
    expect(await judgeChain(other, kept, head, digest)).toEqual({ kind: 'broken', nth: 0, why: 'gap' });
  });

  it('[RE3] begins where an older app left off, and says so', async () => {
    const { root, kept } = await chainOf(3);
    const old: Kept[] = [{ event: note(0) }, { event: note(1) }];
    expect(await judgeChain(root, old, undefined, digest)).toEqual({ kind: 'none' });
    expect(await judgeChain(root, [...old, ...kept], undefined, digest)).toEqual({
      kind: 'whole',
      linked: 3,
      unlinked: 2,
    });
  });

  // Mutant: `canonical` that does not sort -> fails.
  it('[RE3] does not depend on the order of keys, nor on what is undefined', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical({ ...turned, nothing: undefined })).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
