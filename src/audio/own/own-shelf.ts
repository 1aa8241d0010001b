import type { OwnId } from '#session/layers.ts';
import type { Seconds } from '#session/units.ts';
import { DECODED_BUDGET, sizeOf } from '../decoding.ts';
import { SAMPLE_RATE } from '../sample-rate.ts';
import type { OwnBankParts, OwnRecording, Wanted } from './own-bank.ts';
import { bellOf, loopOf, streamOf, type OwnBed } from './own-bed.ts';

/** What is not longer than this may be held decoded, */
const SHORT: Seconds = 60;
/** as long as all of it together is not more than this, in bytes; what is over is streamed. The rest is the voice's. */
export const OWN_BUDGET = DECODED_BUDGET / 2;
/** Two channels, decoded. */
const BYTES_A_SECOND = 2 * Float32Array.BYTES_PER_ELEMENT * SAMPLE_RATE;

/** Own sounds as they are played, for as long as they are wanted. */
export interface OwnShelf {
  /** Whether it is there: taken from storage, if it was not. What is wanted no longer when it comes is not kept. */
  get(id: OwnId, as: keyof Wanted): Promise<boolean>;
  bed(id: OwnId): OwnBed | undefined;
  bell(id: OwnId): AudioBuffer | undefined;
  /** Lets go of what nobody wants. */
  tidy(): void;
  /** What is held decoded, in bytes. */
  bytes(): number;
}

interface Held {
  readonly beds: Map<OwnId, OwnBed>;
  readonly bells: Map<OwnId, AudioBuffer>;
  /** Those that nothing here can play: it is not tried again at every turn. */
  readonly unreadable: Set<OwnId>;
  /** What is being decoded, in bytes. */
  coming: number;
}

type IsWanted = (id: OwnId, as: keyof Wanted) => boolean;

export function createOwnShelf(parts: OwnBankParts, isWanted: IsWanted): OwnShelf {
  const held: Held = { beds: new Map(), bells: new Map(), unreadable: new Set(), coming: 0 };
  const getAs = { beds: getBed, bells: getBell };
  return {
    async get(id, as) {
      if (held[as].has(id)) return true;
      const found = held.unreadable.has(id) ? undefined : await parts.find(id);
      if (found !== undefined) await getAs[as](parts, held, id, found);
      tidy(held, isWanted); // it may have been let go of meanwhile
      return held[as].has(id);
    },
    bed: (id) => held.beds.get(id),
    bell: (id) => held.bells.get(id),
    tidy: () => tidy(held, isWanted),
    bytes: () => bytesOf(held),
  };
}

async function getBell(parts: OwnBankParts, held: Held, id: OwnId, found: OwnRecording): Promise<void> {
  const needs = BYTES_A_SECOND * found.seconds;
  if (found.seconds <= SHORT && bytesOf(held) + needs > OWN_BUDGET) return; // there may be room another time
  const decoded = await decodedOf(parts, held, found);
  if (decoded === undefined) held.unreadable.add(id);
  else held.bells.set(id, bellOf(found, decoded));
}

/** What cannot be decoded, or would be too much, a media element may still play. */
async function getBed(parts: OwnBankParts, held: Held, id: OwnId, found: OwnRecording): Promise<void> {
  const decoded = await decodedOf(parts, held, found);
  if (decoded !== undefined) held.beds.set(id, loopOf(found, decoded));
  else if (await parts.opens(found.bytes)) held.beds.set(id, streamOf(found));
  else held.unreadable.add(id);
}

/** Undefined where it cannot be decoded, is long, or there is no room for it. */
async function decodedOf(
  { decode }: OwnBankParts,
  held: Held,
  { bytes, seconds }: OwnRecording,
): Promise<AudioBuffer | undefined> {
  const needs = BYTES_A_SECOND * seconds;
  if (seconds > SHORT || bytesOf(held) + needs > OWN_BUDGET) return undefined;
  held.coming += needs; // one that is late comes while others do
  try {
    return await decode(await bytes.arrayBuffer());
  } catch {
    return undefined;
  } finally {
    held.coming -= needs;
  }
}

function tidy({ beds, bells, unreadable }: Held, isWanted: IsWanted): void {
  for (const id of unreadable) if (!isWanted(id, 'beds') && !isWanted(id, 'bells')) unreadable.delete(id);
  for (const id of bells.keys()) if (!isWanted(id, 'bells')) bells.delete(id);
  for (const [id, bed] of beds) {
    if (isWanted(id, 'beds')) continue;
    beds.delete(id);
    if (bed.kind === 'stream') URL.revokeObjectURL(bed.url);
  }
}

function bytesOf({ beds, bells, coming }: Held): number {
  const loops = [...beds.values()].flatMap((bed) => (bed.kind === 'loop' ? [bed.buffer] : []));
  return [...loops, ...bells.values()].reduce((sum, buffer) => sum + sizeOf(buffer), coming);
}
