import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { OwnSound } from '#session/plan.ts';
import { asChosen, settledIn, settleTheSame, type Settled } from '#session/preset.ts';
import type { Person } from '#session/sheet-draft.ts';
import { ForAWhile } from './for-a-while.svelte.ts';
import { inTime, PATIENCE_MS } from './in-time.ts';
import type { GuideName } from './guides.ts';
import type { Preparing } from './preparing.svelte.ts';
import type { SoundSetup } from './sound-setup.svelte.ts';

/** Who has what is known by its id alone. */
export interface Opens {
  guides(): Promise<readonly GuideName[]>;
  chooseGuide(setup: SoundSetup, id: string): Promise<void>;
  anchors(): Promise<{ readonly all: readonly KeptAnchor[] }>;
}

/** What was so before something was taken up. */
interface Before {
  /** What was taken up: the id of a preset, or one's own word for it. */
  readonly what: string;
  readonly settled: Settled;
  /** Undefined where nothing of a person was taken up. */
  readonly person: Person | undefined;
}

/** Takes up, before a session, what was settled for another: all of it at once, and back again. */
export class Taking {
  readonly #preparing: Preparing;
  readonly #opens: Opens;
  readonly #before = new ForAWhile<Before>();
  #guideGone = $state.raw<{ readonly name: string; readonly instead: string } | undefined>();
  #coming: Promise<unknown> = Promise.resolve();

  constructor(preparing: Preparing, opens: Opens) {
    this.#preparing = preparing;
    this.#opens = opens;
  }

  /** What is settled now. */
  readonly now = $derived.by<Settled>(() => {
    const { setup, depth } = this.#preparing;
    const { id, name } = setup.guide;
    const guide = name === undefined ? { id } : { id, name };
    const settled = settledIn(setup.chosen, { depth, guide });
    if (settled === undefined) throw new Error('a session of no route');
    const { beds, bell, knownSounds, wantedLevels, wantedBeats: kind, carrier } = setup;
    return asChosen(settled, {
      ...{ beds, bell, own: used(knownSounds, [bell, ...beds.map(({ sound }) => sound)]) },
      levels: wantedLevels,
      beats: { kind, carrier },
    });
  });
  /** What was taken up last, for as long as it can be undone. */
  readonly taken = $derived.by(() => this.#before.value?.what);
  /** Who was to say the lines and is not on this device any more, until somebody else is chosen. */
  readonly guideGone = $derived.by(() =>
    this.#guideGone?.instead === this.#preparing.setup.guide.id ? this.#guideGone.name : undefined,
  );

  /** Resolves when everything that was taken up is there, as far as it comes: a guide and lines are fetched. */
  settled(): Promise<unknown> {
    return inTime(this.#coming, PATIENCE_MS);
  }

  isSettled(settled: Settled): boolean {
    return settleTheSame(this.now, settled);
  }

  /** `person`: only where it is the same. */
  take(what: string, settled: Settled, person?: Person): void {
    const before = { what, settled: this.now, person: person && this.#preparing.person };
    this.put(settled, person);
    this.#before.set(before);
  }

  undo(): void {
    const before = this.#before.value;
    this.#before.clear();
    if (before !== undefined) this.put(before.settled, before.person);
  }

  put(settled: Settled, person?: Person): void {
    const { setup } = this.#preparing;
    setup.chooseRoute(settled.route);
    for (const [phase, minutes] of Object.entries(settled.minutes)) setup.setMinutes(phase, minutes);
    setup.devices = settled.devices;
    setup.lozengeHold = settled.lozengeHold;
    setup.pumpMinutes = settled.pumpMinutes;
    setup.talk = settled.talk;
    setup.useMix(settled);
    setup.bell = settled.bell;
    setup.bells = settled.bells;
    setup.chooseBeats(settled.beats.kind);
    setup.carrier = settled.beats.carrier;
    setup.breath.chooseFirst(settled.breath.first);
    setup.breath.chooseLater(settled.breath.later);
    this.#preparing.depth = settled.depth;
    if (person !== undefined) this.#preparing.know(person);
    this.#coming = Promise.allSettled([this.#takeGuide(settled), this.#takeLines(person)]);
  }

  async #takeGuide({ guide: { id, name } }: Settled): Promise<void> {
    const { setup } = this.#preparing;
    this.#guideGone = undefined;
    if (id === setup.guide.id) return;
    const known = await this.#opens.guides();
    if (known.some((guide) => guide.id === id)) await this.#opens.chooseGuide(setup, id);
    else this.#guideGone = { name: name ?? id, instead: setup.guide.id };
  }

  async #takeLines(person: Person | undefined): Promise<void> {
    if (person === undefined) return;
    const { setup } = this.#preparing;
    setup.anchors = [];
    if (person.anchors.length === 0) return;
    const { all } = await this.#opens.anchors();
    setup.anchors = all.filter(({ id }) => person.anchors.includes(id));
  }
}

/** Each of the own sounds among these once, by the first that is known of it. */
function used(known: readonly OwnSound[], sounds: readonly string[]): OwnSound[] {
  return known.filter(
    ({ id }, nth) => sounds.includes(id) && known.findIndex((other) => other.id === id) === nth,
  );
}
