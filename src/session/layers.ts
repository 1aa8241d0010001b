import { sum, type Automation, type Glide } from './automation.ts';
import type { ChosenBreath } from './breath.ts';
import type { Hertz, SessionTime, Span } from './units.ts';

/** The five ways to the master, each with a level of its own. */
export const BUSES = ['voice', 'bell', 'breath', 'bed', 'beats'] as const;
export type Bus = (typeof BUSES)[number];

export const BEDS = ['ocean', 'rain', 'wind', 'pad', 'pink', 'brown'] as const;
export type BedKind = (typeof BEDS)[number];

/** A sound a person has brought along, by its id: music or nature, as a bed or as a bell. */
export type OwnId = `own.${string}`;
/** What a bed may be made of. */
export type BedSound = BedKind | OwnId;

export function isOwn(sound: string): sound is OwnId {
  return sound.startsWith('own.');
}

export const BEATS = ['binaural', 'monaural', 'isochronic'] as const;
export type BeatsKind = (typeof BEATS)[number];

/** What a layer is made of; a function of session time, so that two players begun at different moments agree from then on. */
export type LayerSound =
  | { readonly kind: 'bed'; readonly bed: BedKind }
  | { readonly kind: 'own'; readonly own: OwnId; readonly title: string }
  | { readonly kind: 'beats'; readonly beats: BeatsKind; readonly carrier: Hertz; readonly glide: Glide }
  | ({ readonly kind: 'breath'; readonly origin: SessionTime } & ChosenBreath);

/** A sound that is on for minutes. */
export interface Layer extends Span {
  readonly id: string;
  readonly bus: Bus;
  readonly sound: LayerSound;
  /** Its own fades and its curve through the phases; the bus adds the person's level of all of it and the ducking. */
  readonly level: Automation;
  /** The person's level of this layer among the others of its bus [M1]. */
  readonly knob: Automation;
}

/** The whole level of a layer on its bus, as its gain is to be. */
export function layerLevel({ level, knob }: Layer): Automation {
  return sum(level, knob);
}

/** One thing for each bus. */
export function eachBus<Thing>(of: (bus: Bus) => Thing): Readonly<Record<Bus, Thing>> {
  return { voice: of('voice'), bell: of('bell'), breath: of('breath'), bed: of('bed'), beats: of('beats') };
}
