import type { KeptAnchor } from '#session/anchor-reading.ts';
import { anchorLine, type Repertoire } from '#session/cues.ts';
import { repertoireOf, type SaidBy } from '#session/said-by.ts';
import type { GuideStore, OwnGuide } from '#storage/guides.ts';
import type { Shelf } from '#storage/shelf.ts';
import { withAnchors } from './familiar.ts';
import { SPEECHLESS, type Guide } from './guide.ts';

/** A guide to choose from. */
export interface GuideName {
  readonly id: string;
  /** What a person called it; the shipped ones are named by the app's own words. */
  readonly name?: string;
}

/** Who can say the lines. */
export interface Guides {
  /** There at once, with the lines of a session: what is spoken when nobody chose another. */
  readonly shipped: Guide;
  /** The shipped ones first, then those that were recorded here, the oldest first. */
  list(): Promise<readonly GuideName[]>;
  /** With every line it can say; undefined where there is no such guide any more. */
  open(id: string): Promise<Guide | undefined>;
  /** For a session that goes on: what each line was when it began, whatever has been recorded since. */
  reopen(saidBy: SaidBy | undefined): Promise<Guide>;
}

export interface GuideParts {
  readonly shipped: Guide;
  /** The shipped voice with the lines of practices too, which the first view does not wait for. */
  readonly openWhole: () => Promise<Guide>;
  /** What was recorded on this device; where that is closed there are the shipped guides. */
  readonly openStore: () => Promise<GuideStore>;
  /** Lines of somebody close; the same. */
  readonly openAnchors: () => Promise<Shelf<KeptAnchor>>;
}

export function createGuides({ shipped, openWhole, openStore, openAnchors }: GuideParts): Guides {
  const own = async (): Promise<readonly OwnGuide[]> =>
    openStore()
      .then((store) => store.all())
      .catch(() => []);
  async function open(id: string): Promise<Guide | undefined> {
    const whole = await openWhole();
    if (id === shipped.id) return whole;
    const { createOwnGuide, createSpeechless } = await import('./other-guides.ts');
    if (id === SPEECHLESS) return createSpeechless(whole);
    const guide = (await own()).find((each) => each.id === id);
    return guide === undefined ? undefined : createOwnGuide(guide, await openStore(), whole);
  }
  return {
    shipped,
    async list() {
      const recorded = [...(await own())].sort((one, other) => one.madeMs - other.madeMs);
      return [{ id: shipped.id }, { id: SPEECHLESS }, ...recorded.map(({ id, name }) => ({ id, name }))];
    },
    open,
    async reopen(saidBy) {
      if (saidBy === undefined) return shipped;
      const now = await open(saidBy.id).catch(() => undefined);
      return asItWas(saidBy, await withTheirs(saidBy, now ?? nobody(saidBy.id), openAnchors));
    },
  };
}

/** Nobody says anything any more, but the session still knows what would have been said. */
function nobody(id: string): Guide {
  return { id, line: () => undefined, clip: () => undefined };
}

/** With the lines of somebody close that were chosen for the session. */
async function withTheirs(
  { anchors = [] }: SaidBy,
  now: Guide,
  openAnchors: GuideParts['openAnchors'],
): Promise<Guide> {
  if (anchors.length === 0) return now;
  const shelf = await openAnchors().catch(() => undefined);
  const kept = (await shelf?.all().catch(() => [])) ?? [];
  return withAnchors(
    now,
    kept.filter(({ id }) => anchors.some((anchor) => anchor.id === id)),
  );
}

/** A recording that is not the one the session was laid out with is not played: the line is shown, and told as missing. */
function asItWas(saidBy: SaidBy, now: Guide): Guide {
  const then = repertoireOf(saidBy);
  const { id, name } = saidBy;
  const length = (from: Repertoire, line: string) => (from.line(line) ?? anchorLine(from, line))?.duration;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...then,
    clip: (line) => (length(now, line) === length(then, line) ? now.clip(line) : undefined),
  };
}
