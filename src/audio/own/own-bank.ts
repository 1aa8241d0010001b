import { isOwn, type OwnId } from '#session/layers.ts';
import type { Decibels, Seconds } from '#session/units.ts';
import { gainOf } from '../ramp.ts';
import { SAMPLE_RATE } from '../sample-rate.ts';
import { scale } from '../sounds/samples.ts';
import type { Loudness } from './sound-meter.ts';
import { ownGain } from './measured.ts';
import { bakedLoop } from './own-loop.ts';

/** A sound as it was brought along, with what was measured then. */
export interface OwnRecording extends Loudness {
  readonly bytes: Blob;
  readonly seconds: Seconds;
}

/** Where own sounds come from; undefined where there is none of that id any more. */
export type FindOwn = (id: OwnId) => Promise<OwnRecording | undefined>;

/** A bed made of an own sound: a loop that is held decoded, or a file for a media element to play. */
export type OwnBed =
  | { readonly kind: 'loop'; readonly buffer: AudioBuffer; readonly gain: Decibels }
  | { readonly kind: 'stream'; readonly url: string; readonly seconds: Seconds; readonly gain: Decibels };

/** The own sounds of a session, ready to be played. */
export interface OwnBank {
  /** Has these ready, as beds and as bells, and lets go of all others. Answers with those that are not to be had. */
  load(beds: readonly OwnId[], bells: readonly OwnId[]): Promise<readonly OwnId[]>;
  bed(id: OwnId): OwnBed | undefined;
  /** As loud as a bell is to be. */
  bell(id: OwnId): AudioBuffer | undefined;
}

/** What is not longer than this may be held decoded, */
const SHORT: Seconds = 60;
/** as long as all of it together is not more than this, in bytes; what is over is streamed. */
export const OWN_BUDGET = 64 * 1024 * 1024;
/** Two channels, decoded. */
const BYTES_A_SECOND = 2 * Float32Array.BYTES_PER_ELEMENT * SAMPLE_RATE;

/** Storage that has not answered by then may still: the session does not wait for it. */
const PATIENCE: Seconds = 5;

export interface OwnBankParts {
  readonly find: FindOwn;
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>;
  /** Whether a media element can play a file. */
  readonly opens: (bytes: Blob) => Promise<boolean>;
}

interface Held {
  readonly beds: Map<OwnId, OwnBed>;
  readonly bells: Map<OwnId, AudioBuffer>;
  /** Those that nothing here can play: it is not tried again at every turn. */
  readonly unreadable: Set<OwnId>;
  /** Those that are waited for no longer. */
  readonly late: Set<OwnId>;
}

export function createOwnBank(parts: OwnBankParts): OwnBank {
  const held: Held = { beds: new Map(), bells: new Map(), unreadable: new Set(), late: new Set() };
  let turn: Promise<unknown> = Promise.resolve();

  return {
    load(beds, bells) {
      const mine = turn.then(async () => {
        letGo(held, beds, bells);
        const missing = new Set<OwnId>();
        for (const id of bells)
          if (!(await inTime(held, id, () => holdBell(parts, held, id)))) missing.add(id);
        for (const id of beds) if (!(await inTime(held, id, () => holdBed(parts, held, id)))) missing.add(id);
        return [...missing];
      });
      turn = mine;
      return mine;
    },
    bed: (id) => held.beds.get(id),
    bell: (id) => held.bells.get(id),
  };
}

/** No own sounds: for what is rendered away from the browser that has them. */
export const NO_OWN_SOUNDS: OwnBank = {
  load: (beds, bells) => Promise.resolve([...beds, ...bells].filter(isOwn)),
  bed: () => undefined,
  bell: () => undefined,
};

async function inTime({ late }: Held, id: OwnId, work: () => Promise<boolean>): Promise<boolean> {
  if (late.has(id)) return false; // still on its way
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      late.add(id);
      resolve(false);
    }, PATIENCE * 1000);
    void work()
      .catch(() => false)
      .then((isHeld) => {
        clearTimeout(limit);
        late.delete(id);
        resolve(isHeld);
      });
  });
}

async function holdBell(parts: OwnBankParts, held: Held, id: OwnId): Promise<boolean> {
  if (held.bells.has(id)) return true;
  const found = await findReadable(parts, held, id);
  if (found === undefined) return false;
  const decoded = await decodedWithin(parts, held, found);
  if (decoded === undefined) held.unreadable.add(id);
  else held.bells.set(id, louder(decoded, ownGain(found, 'bell')));
  return decoded !== undefined;
}

/** What cannot be decoded, or would be too much, a media element may still play. */
async function holdBed(parts: OwnBankParts, held: Held, id: OwnId): Promise<boolean> {
  if (held.beds.has(id)) return true;
  const found = await findReadable(parts, held, id);
  if (found === undefined) return false;
  const decoded = await decodedWithin(parts, held, found);
  if (decoded !== undefined) held.beds.set(id, loopOf(found, decoded));
  else if (await parts.opens(found.bytes)) held.beds.set(id, streamOf(found));
  else held.unreadable.add(id);
  return held.beds.has(id);
}

function findReadable({ find }: OwnBankParts, { unreadable }: Held, id: OwnId): ReturnType<FindOwn> {
  return unreadable.has(id) ? Promise.resolve(undefined) : find(id);
}

async function decodedWithin(
  { decode }: OwnBankParts,
  held: Held,
  { bytes, seconds }: OwnRecording,
): Promise<AudioBuffer | undefined> {
  if (seconds > SHORT || heldBytes(held) + BYTES_A_SECOND * seconds > OWN_BUDGET) return undefined;
  return decode(await bytes.arrayBuffer()).catch(() => undefined);
}

function loopOf(found: OwnRecording, decoded: AudioBuffer): OwnBed {
  const { sampleRate, numberOfChannels } = decoded;
  const loops = bakedLoop(
    Array.from({ length: numberOfChannels }, (_, nth) => decoded.getChannelData(nth)),
    sampleRate,
  );
  const buffer = new AudioBuffer({ numberOfChannels, length: loops[0]?.length ?? 1, sampleRate });
  for (const [nth, loop] of loops.entries()) buffer.copyToChannel(loop, nth);
  return { kind: 'loop', buffer, gain: ownGain(found, 'bed') };
}

function louder(buffer: AudioBuffer, by: Decibels): AudioBuffer {
  for (let nth = 0; nth < buffer.numberOfChannels; nth++) scale(buffer.getChannelData(nth), gainOf(by));
  return buffer;
}

function streamOf(found: OwnRecording): OwnBed {
  const url = URL.createObjectURL(found.bytes);
  return { kind: 'stream', url, seconds: found.seconds, gain: ownGain(found, 'bed') };
}

function letGo(
  { beds, bells, unreadable }: Held,
  keepBeds: readonly OwnId[],
  keepBells: readonly OwnId[],
): void {
  for (const id of [...unreadable]) if (![...keepBeds, ...keepBells].includes(id)) unreadable.delete(id);
  for (const id of [...bells.keys()]) if (!keepBells.includes(id)) bells.delete(id);
  for (const [id, bed] of [...beds]) {
    if (keepBeds.includes(id)) continue;
    beds.delete(id);
    if (bed.kind === 'stream') URL.revokeObjectURL(bed.url);
  }
}

function heldBytes({ beds, bells }: Held): number {
  const loops = [...beds.values()].flatMap((bed) => (bed.kind === 'loop' ? [bed.buffer] : []));
  return [...loops, ...bells.values()].reduce(
    (sum, { length, numberOfChannels }) => sum + length * numberOfChannels * Float32Array.BYTES_PER_ELEMENT,
    0,
  );
}
