import { BUSES, eachBus, isOwn, type BedSound, type Bus } from './layers.ts';
import type { EventBody } from './log.ts';
import type { OwnSound, Plan, PlanBed } from './plan.ts';
import { SILENCE, type Decibels, type Seconds } from './units.ts';
import { underCeiling } from './volume.ts';

/** One line of the mixer: a bus, or one bed of the bus `bed`. */
export type Strip = Bus | BedSound;

/** What the person has made of the sounds: which beds there are, how loud each thing is, what is muted or heard alone. */
export interface Mix {
  /** Never above the ceiling. */
  readonly levels: Readonly<Record<Bus, Decibels>>;
  /** As loud as the person ever wants it [K10]; without one, levels are bounded by the format alone. */
  readonly ceiling: Decibels | undefined;
  readonly beds: readonly PlanBed[];
  readonly muted: readonly Strip[];
  readonly soloed: readonly Strip[];
  /** What is known of the own sounds that may be beds here. */
  readonly own: readonly OwnSound[];
}

/** At most so many beds sound together. */
export const MOST_BEDS = 6;

/** Whoever goes round and round crosses over into itself for 2 s at least; what is shorter than this cannot [OW2]. */
export const SHORTEST_BED: Seconds = 5;

/** Whether an own sound is long enough to lie under a session. */
export function couldLie({ seconds }: OwnSound): boolean {
  return seconds >= SHORTEST_BED;
}

export function beginMix({
  levels,
  ceiling,
  beds,
  own,
}: Pick<Plan, 'levels' | 'ceiling' | 'beds' | 'own'>): Mix {
  return {
    levels: eachBus((bus) => underCeiling(levels[bus], ceiling)),
    ceiling,
    beds,
    muted: beds.filter(({ muted }) => muted).map(({ sound }) => sound),
    soloed: [],
    own,
  };
}

/**
 * Whether a strip is to be heard. What is muted is not [M5]. Where something is heard alone, nothing else is, but for the
 * voice: a line that was asked for must not be lost to a tap made for another reason [M6].
 */
export function isHeard({ muted, soloed }: Mix, strip: Strip): boolean {
  if (muted.includes(strip)) return false;
  if (soloed.length === 0 || soloed.includes(strip) || strip === 'voice') return true;
  if (strip === 'bed') return soloed.some((one) => !isBus(one));
  return !isBus(strip) && soloed.includes('bed');
}

/** The level of a whole bus as it is heard. */
export function busKnob(mix: Mix, bus: Bus): Decibels {
  return isHeard(mix, bus) ? mix.levels[bus] : SILENCE;
}

/** The level of one bed among the others as it is heard: with the level of all of them it stays under the ceiling too. */
export function bedKnob(mix: Mix, { sound, level }: PlanBed): Decibels {
  if (!isHeard(mix, sound)) return SILENCE;
  return underCeiling(level, mix.ceiling === undefined ? undefined : mix.ceiling - mix.levels.bed);
}

/** Whether a sound may be put under the others now. */
export function canAdd({ beds, own }: Mix, sound: BedSound): boolean {
  const known = !isOwn(sound) || own.some(({ id }) => id === sound);
  return known && beds.length < MOST_BEDS && beds.every((bed) => bed.sound !== sound);
}

/** What an event makes of the mix; the very same one where it changes nothing. */
export function mixAfter(mix: Mix, event: EventBody): Mix {
  switch (event.type) {
    case 'bus-level-changed':
      return { ...mix, levels: { ...mix.levels, [event.bus]: underCeiling(event.level, mix.ceiling) } };
    case 'layer-level-changed':
      return withLevel(mix, event.layer, event.level);
    case 'strip-muted':
      return toggled(mix, 'muted', event.strip, event.muted);
    case 'strip-soloed':
      return toggled(mix, 'soloed', event.strip, event.soloed);
    case 'bed-added':
      if (!canAdd(mix, event.bed)) return mix;
      return {
        ...mix,
        beds: [...mix.beds, { sound: event.bed, level: event.level, muted: false, phases: {} }],
      };
    case 'bed-removed':
      return without(mix, event.bed);
    default:
      return mix;
  }
}

function withLevel(mix: Mix, sound: BedSound, level: Decibels): Mix {
  if (!mix.beds.some((bed) => bed.sound === sound && bed.level !== level)) return mix;
  return { ...mix, beds: mix.beds.map((bed) => (bed.sound === sound ? { ...bed, level } : bed)) };
}

function toggled(mix: Mix, list: 'muted' | 'soloed', strip: Strip, on: boolean): Mix {
  if (mix[list].includes(strip) === on || !has(mix, strip)) return mix;
  const others = mix[list].filter((one) => one !== strip);
  return { ...mix, [list]: on ? [...others, strip] : others };
}

/** A bed that goes takes along that it was muted or heard alone: nothing may stay silent for the sake of what is not there. */
function without(mix: Mix, sound: BedSound): Mix {
  const beds = mix.beds.filter((bed) => bed.sound !== sound);
  if (beds.length === mix.beds.length) return mix;
  const others = (strips: readonly Strip[]) => strips.filter((strip) => strip !== sound);
  return { ...mix, beds, muted: others(mix.muted), soloed: others(mix.soloed) };
}

function has({ beds }: Mix, strip: Strip): boolean {
  return isBus(strip) || beds.some(({ sound }) => sound === strip);
}

function isBus(strip: Strip): strip is Bus {
  return BUSES.some((bus) => bus === strip);
}
