import { isOwn, type OwnId } from '#session/layers.ts';
import type { Seconds } from '#session/units.ts';
import { createOwnShelf, type OwnShelf } from './own-shelf.ts';
import type { Loudness } from './sound-meter.ts';
import type { OwnBed } from './own-bed.ts';

/** A sound as it was brought along, with what was measured then. */
export interface OwnRecording extends Loudness {
  readonly bytes: Blob;
  readonly seconds: Seconds;
}

/** Where own sounds come from; undefined where there is none of that id any more. */
export type FindOwn = (id: OwnId) => Promise<OwnRecording | undefined>;

/** What somebody wants to have ready. */
export interface Wanted {
  readonly beds: readonly OwnId[];
  readonly bells: readonly OwnId[];
}

/** The own sounds that are ready, each for as long as somebody wants it; all of them under one budget. */
export interface OwnBank {
  /** For one who plays, or gets ready to: what others want is not touched by what this one wants. */
  open(): OwnHold;
  /** What is held decoded, in bytes. */
  bytes(): number;
}

/** What one of them wants of the bank. */
export interface OwnHold {
  /** From now on these are wanted, as beds and as bells, and no others. Answers with those that are not to be had. */
  load(beds: readonly OwnId[], bells: readonly OwnId[]): Promise<readonly OwnId[]>;
  readonly wanted: Wanted;
  bed(id: OwnId): OwnBed | undefined;
  /** As loud as a bell is to be. */
  bell(id: OwnId): AudioBuffer | undefined;
  /** Wants what another one wants as well. */
  join(other: OwnHold): void;
  /** Nothing is wanted any more, until something is again. */
  close(): void;
}

/** Storage that has not answered by then may still: the session does not wait for it. */
const PATIENCE: Seconds = 5;
const NOTHING: Wanted = { beds: [], bells: [] };

export interface OwnBankParts {
  readonly find: FindOwn;
  readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>;
  /** Whether a media element can play a file. */
  readonly opens: (bytes: Blob) => Promise<boolean>;
}

export function createOwnBank(parts: OwnBankParts): OwnBank {
  const holds = new Set<OwnHold>();
  const isWanted = (id: OwnId, as: keyof Wanted) => [...holds].some(({ wanted }) => wanted[as].includes(id));
  const shelf = createOwnShelf(parts, isWanted);
  const getInTime = createPatience();
  let turn: Promise<unknown> = Promise.resolve();

  async function get(ids: readonly OwnId[], as: keyof Wanted): Promise<readonly OwnId[]> {
    const missing = new Set<OwnId>();
    for (const id of ids) {
      const isThere = !isWanted(id, as) || (await getInTime(id, () => shelf.get(id, as)));
      if (!isThere && isWanted(id, as)) missing.add(id);
    }
    return [...missing];
  }

  return {
    open: () =>
      holdOf(shelf, (hold) => {
        holds.delete(hold);
        if (hold.wanted !== NOTHING) holds.add(hold);
        shelf.tidy();
        const { beds, bells } = hold.wanted;
        const mine = turn.then(async () => [...(await get(bells, 'bells')), ...(await get(beds, 'beds'))]);
        turn = mine;
        return mine;
      }),
    bytes: () => shelf.bytes(),
  };
}

/** `onWanted` is called whenever something else is wanted, and gets it. */
function holdOf(
  shelf: Pick<OwnShelf, 'bed' | 'bell'>,
  onWanted: (hold: OwnHold) => Promise<readonly OwnId[]>,
): OwnHold {
  let wanted = NOTHING;
  const hold: OwnHold = {
    load(beds, bells) {
      wanted = { beds, bells };
      return onWanted(hold);
    },
    get wanted() {
      return wanted;
    },
    bed: (id) => shelf.bed(id),
    bell: (id) => shelf.bell(id),
    join: ({ wanted: { beds, bells } }) =>
      void hold.load([...wanted.beds, ...beds], [...wanted.bells, ...bells]),
    close() {
      wanted = NOTHING;
      void onWanted(hold);
    },
  };
  return hold;
}

/** No own sounds: for what is rendered away from the browser that has them. */
export const NO_OWN_SOUNDS: OwnHold = {
  load: (beds, bells) => Promise.resolve([...beds, ...bells].filter(isOwn)),
  wanted: NOTHING,
  bed: () => undefined,
  bell: () => undefined,
  join: () => undefined,
  close: () => undefined,
};

/** Whether it came in time; one that is still on its way is not waited for again. */
function createPatience(): (id: OwnId, work: () => Promise<boolean>) => Promise<boolean> {
  const late = new Set<OwnId>();
  return (id, work) =>
    new Promise((resolve) => {
      if (late.has(id)) return resolve(false);
      const limit = setTimeout(() => {
        late.add(id);
        resolve(false);
      }, PATIENCE * 1000);
      void work()
        .catch(() => false)
        .then((isThere) => {
          clearTimeout(limit);
          late.delete(id);
          resolve(isThere);
        });
    });
}
