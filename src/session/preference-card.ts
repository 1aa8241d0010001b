import { breathGate, type BreathGate, type BreathPlace } from './breath-limits.ts';
import { bendIn, STEPS } from './bed-curve.ts';
import type { BreathPattern, ChosenBreath } from './breath.ts';
import type { BellId } from './cues.ts';
import type { BedKind } from './layers.ts';
import { MOST_BEDS } from './mix.ts';
import { LONGEST_NAME } from './own-pattern.ts';
import { PHASES, type MedicinePhase, type PlanBed } from './plan.ts';
import { breathOf, type Settled } from './preset.ts';
import { shownOf } from './shown.ts';
import { SILENCE, type Decibels } from './units.ts';

/** The version of the card format that this app writes. */
export const CARD_VERSION = 1;

/**
 * What somebody practises with at home, to be heard again in the clinic: the anchor. Nothing about a person has a place in
 * it, and no own sound: a card is a line of text and carries none.
 */
export interface PreferenceCard {
  readonly format: 'undertone-card';
  readonly version: typeof CARD_VERSION;
  readonly bell: BellId;
  readonly breath: ChosenBreath;
  /** What is heard in re-entry and rest, and by which one knows the way back: one of the sounds every device makes. */
  readonly reentry: BedKind;
}

/** What is on a card; the rest of it says what it is. */
export type CardChoices = Pick<PreferenceCard, 'bell' | 'breath' | 'reentry'>;

/** Where a session takes the breath of a card up; undefined where nothing leads it. */
export interface CardPlaces {
  readonly first: BreathPlace;
  readonly later: BreathPlace | undefined;
}

/** As far as a card goes into a session, before it is taken up [PC4]. */
export interface CardFit {
  /** `silent`: as it is set up, no bell rings in this session. */
  readonly bell: 'heard' | 'silent';
  readonly first: BreathGate;
  readonly later: BreathGate | undefined;
  /** `full`: six sounds are chosen already, and this is none of them. */
  readonly reentry: 'heard' | 'full';
}

/** In these one comes back. */
const RETURNING: readonly MedicinePhase[] = ['reentry', 'rest'];
/** So much softer the other beds are then. They do not leave: a bed that comes in 12 s after another has gone leaves a hole. */
const BENEATH: Decibels = -10;
/** In the phase before it lies under the others, so that it rises out of them; before that it is not heard. */
const EVE: Readonly<Partial<Record<MedicinePhase, Decibels>>> = { plateau: -24 };

/** A card with these on it. A name keeps only what is shown of it. */
export function cardWith({ bell, breath, reentry }: CardChoices): PreferenceCard {
  const [inhale, full, exhale, empty] = breath.pattern.map(tenth) as unknown as BreathPattern;
  const title = shownOf((breath.title ?? '').slice(0, LONGEST_NAME));
  return {
    format: 'undertone-card',
    version: CARD_VERSION,
    bell,
    breath: {
      pattern: [inhale, full, exhale, empty],
      ...((breath.topUp ?? 0) > 0 ? { topUp: tenth(breath.topUp ?? 0) } : {}),
      ...(title === '' ? {} : { title }),
    },
    reentry,
  };
}

export function fitOf(card: PreferenceCard, { talk, bells, beds }: Settled, places: CardPlaces): CardFit {
  const rings = talk !== 'silent' && (bells.ring !== 'never' || bells.start || bells.end);
  return {
    bell: rings ? 'heard' : 'silent',
    first: breathGate(card.breath, places.first),
    later: places.later && breathGate(card.breath, places.later),
    reentry: hasRoom(beds, card.reentry) ? 'heard' : 'full',
  };
}

/** What is settled, with what a card brings: what may not be led there, or has no room, stays as it was [PC4]. */
export function withCard(settled: Settled, card: PreferenceCard, places: CardPlaces): Settled {
  const { first, later, reentry } = fitOf(card, settled, places);
  const breath = breathOf(card.breath);
  return {
    ...settled,
    bell: card.bell,
    breath: {
      first: first === 'allowed' ? breath : settled.breath.first,
      later: later === 'allowed' ? breath : settled.breath.later,
    },
    beds: reentry === 'heard' ? returningWith(settled.beds, card.reentry) : settled.beds,
  };
}

function hasRoom(beds: readonly PlanBed[], sound: BedKind): boolean {
  return beds.length < MOST_BEDS || beds.some((bed) => bed.sound === sound);
}

/** One bed carries re-entry and rest, the others lie beneath it there; before, they all are as they were [PC3]. */
function returningWith(beds: readonly PlanBed[], sound: BedKind): PlanBed[] {
  const known = beds.find((bed) => bed.sound === sound);
  const others = beds.filter((bed) => bed.sound !== sound);
  if (known !== undefined && !known.muted && others.every(({ muted }) => muted))
    return beds.map((bed) => (bed === known ? carrying(bed) : bed));
  return [
    ...others.map((bed) => ({ ...bed, phases: { ...bed.phases, ...returning(beneath(bed)) } })),
    known === undefined || known.muted ? coming(sound) : carrying(known),
  ];
}

function returning(level: (phase: MedicinePhase) => Decibels): Record<string, Decibels> {
  return Object.fromEntries(RETURNING.map((phase) => [phase, level(phase)]));
}

function beneath({ phases }: PlanBed): (phase: MedicinePhase) => Decibels {
  return (phase) => Math.min(bendIn(phases, phase), BENEATH);
}

/** Not heard until it is due. */
function coming(sound: BedKind): PlanBed {
  const before = PHASES.map((phase): [string, Decibels] => [phase, EVE[phase] ?? SILENCE]);
  return {
    sound,
    level: 0,
    muted: false,
    phases: { ...Object.fromEntries(before), ...returning(() => 0) },
  };
}

/** Heard before as it was, and at its own full level then: what its level was is in its way through the phases now. */
function carrying(bed: PlanBed): PlanBed {
  const before = PHASES.map((phase): [string, Decibels] => [
    phase,
    Math.max(SILENCE, Math.min(bed.level + bendIn(bed.phases, phase), STEPS.most)),
  ]);
  return { ...bed, level: 0, phases: { ...Object.fromEntries(before), ...returning(() => 0) } };
}

function tenth(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
