import type { Region } from '#session/regions.ts';
import type { Need } from '#session/practices/needs.ts';
import { kindOfPhase, type LastingKind } from '#session/practices/own-phases.ts';
import type { PracticeId } from '#session/practices/shape.ts';
import type { Attention, ScanVariant } from '#session/scan.ts';
import { minutes } from './counted.ts';

const practices: Record<PracticeId, { name: string; about: string }> = {
  'body-scan': { name: 'Body scan', about: 'From place to place through the body' },
  breath: { name: 'Slow breath', about: 'Follow a tone that rises and settles' },
  'breath-awareness': { name: 'Watching the breath', about: 'As it comes and goes by itself' },
  'loving-kindness': { name: 'Kindness', about: 'A few good wishes, for others and for you' },
  grounding: { name: 'Five senses', about: 'See, touch, hear, smell and taste what is here' },
  sounds: { name: 'Listening', about: 'Near sounds, far sounds, and the quiet between' },
  'bed-time': { name: 'Into the night', about: 'The day is put down, and sleep may come' },
};

const variants: Record<ScanVariant, { name: string; about: string }> = {
  standard: { name: 'Standard', about: 'From the toes to the top of the head, then the whole body.' },
  'trauma-aware': {
    name: 'More choice',
    about: 'Places that most people find easy to feel; eyes may be open, and any place may be passed over.',
  },
  're-entry': { name: 'Coming back', about: 'Feet, hands, face, room: short lines of the present.' },
  'bed-time': { name: 'Bed-time', about: 'Slower and slower, with no waking up at the end.' },
};

/** What a part of one's own practice is called. */
const lasting = (kind: LastingKind) => (kind === 'silence' ? 'Silence' : practices[kind].name);

/** The parts of practices, by the phases of their plans. */
const parts: Readonly<Record<string, string>> = {
  settle: 'Settle',
  close: 'Close',
  scan: 'Through the body',
  return: 'Coming back',
  room: 'The room',
  along: 'With the tone',
  find: 'Finding the breath',
  follow: 'One breath at a time',
  count: 'Counting, if you like',
  widen: 'Growing wider',
  dear: 'Somebody dear',
  self: 'Yourself',
  neutral: 'Somebody you hardly know',
  harder: 'Somebody harder, if you like',
  all: 'Everybody',
  see: 'Five things to see',
  touch: 'Four things to touch',
  hear: 'Three things to hear',
  smell: 'Two things to smell',
  taste: 'One thing to taste',
  again: 'Once more',
  near: 'Near sounds',
  far: 'Far sounds',
  change: 'Coming and going',
  between: 'The quiet between',
  day: 'Putting the day down',
  thanks: 'One good thing',
  heavy: 'Growing heavy',
  breath: 'The breath at night',
  drift: 'Into the night',
};

const regions: Record<Region, string> = {
  'left-toes': 'Left toes',
  'left-foot': 'Left foot',
  'left-lower-leg': 'Left lower leg',
  'left-knee': 'Left knee',
  'left-thigh': 'Left thigh',
  'right-toes': 'Right toes',
  'right-foot': 'Right foot',
  'right-lower-leg': 'Right lower leg',
  'right-knee': 'Right knee',
  'right-thigh': 'Right thigh',
  pelvis: 'Pelvis',
  'lower-back': 'Lower back',
  belly: 'Belly',
  'upper-back': 'Upper back',
  chest: 'Chest',
  hands: 'Hands',
  arms: 'Arms',
  shoulders: 'Shoulders',
  neck: 'Neck',
  face: 'Face',
  crown: 'Top of the head',
  whole: 'The whole body',
};

/** Left and right of the same are said together: `feet`. */
const pairs: Readonly<Record<string, string>> = {
  toes: 'Toes',
  foot: 'Feet',
  'lower-leg': 'Lower legs',
  knee: 'Knees',
  thigh: 'Thighs',
};

function joined(here: readonly Region[]): string {
  const names = here.flatMap((region) => {
    const part = region.replace(/^(left|right)-/, '');
    const isPair =
      part in pairs && here.includes(`left-${part}` as Region) && here.includes(`right-${part}` as Region);
    if (!isPair) return [regions[region]];
    return region.startsWith('left-') ? [pairs[part] ?? part] : [];
  });
  return names.map((name, nth) => (nth === 0 ? name : name.toLowerCase())).join(', ');
}

const marks: Record<Exclude<Attention, 'visited'>, { name: string; short: string }> = {
  lingered: { name: 'Stay longer', short: 'longer' },
  'left-out': { name: 'Leave out', short: 'left out' },
  avoided: { name: 'Never name', short: 'never named' },
};

const needs: Record<Need, { name: string; about: string }> = {
  settle: { name: 'Settle', about: 'When there is much going on.' },
  sleep: { name: 'Sleep', about: 'These end without waking anybody.' },
  ground: { name: 'Ground', about: 'Back to what is here and can be felt.' },
  body: { name: 'Body', about: 'From place to place, at your pace.' },
  kindness: { name: 'Kindness', about: 'For others, and for you.' },
  breath: { name: 'Breath', about: 'Led by a tone, or only watched.' },
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function partOfDay(hour: number): string {
  if (hour < 5 || hour >= 22) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

const home = {
  needs,
  /** `Sunday evening`; `day` counts from Sunday, 0. */
  when: (day: number, hour: number) => `${DAYS[day]} ${partOfDay(hour)}`,
  toBegin: 'To begin with',
  onceMore: 'Once more',
  begin: (name: string, about: string) => `Begin ${name}, ${about}`,
  change: 'Change it',
  keep: 'Keep as a favourite',
  isFavourite: 'A favourite',
  favourites: 'Favourites',
  remove: (name: string, about: string) => `Take ${name}, ${about}, from the favourites`,
  removeShort: 'Take away',
  removed: 'It is no favourite any more.',
  putBack: 'Put it back',
  allAbout: 'The way through the body, the breath, the sounds, who speaks and how much.',
  scan: (variant: string) => `Body scan: ${variant.toLowerCase()}`,
  own: 'Put together by you',
  changeOwn: (name: string) => `Change ${name}`,
  changeShort: 'Change',
  removedOwn: (name: string) => `${name} is deleted.`,
  compose: 'Put one together',
  composeAbout: 'Breath, scan, silence, bells: your parts, in your order.',
  goOn: 'Go on putting it together',
  ownSound: 'a sound of yours',
  gone: (titles: string) => `Without ${titles}: not on this device any more.`,
  notKept: 'This device could not keep it; it holds until the app is closed.',
};

export const practice = {
  title: 'Settle in, whenever you like',
  all: 'Choose all of it',
  home,
  choose: 'What would help',
  practices,
  length: 'How long',
  ownLength: 'Minutes',
  talk: 'How much is said',
  silence: 'Silences between lines',
  silences: (seconds: number) => `up to ${seconds} s`,
  otherWords: 'Other words',
  otherWordsAbout: 'The same practice, said differently. It changes by itself from day to day.',
  begin: 'Begin',
  beginAbout: 'it can be paused at any time',
  /** The other way to begin. */
  locked: 'For a locked phone',
  total: minutes,
  from: 'from the first sound to the last',

  scan: {
    name: 'The way through the body',
    variants,
    regions,
    /** Under the figure; what is gone through as one is named as one. */
    placesNow: (here: readonly Region[]) => joined(here),
    marks,
    brush: 'A tap on a place means',
    places: 'Places',
    groups: { left: 'Left leg', right: 'Right leg', trunk: 'Trunk', upper: 'Arms and head' },
    marked: (name: string, mark: string | undefined) => (mark === undefined ? name : `${name}, ${mark}`),
    figure: 'The body, with the places as they are marked',
    avoidedAbout: 'A place that is never named is not visited, and no line speaks of it.',
    vitals: 'The arms are being measured: pass them over',
    clear: 'Clear all marks',
    nowhere: 'Every place is left out: only the beginning and the end will be said.',
  },

  here: (here: readonly Region[]) => `Attention is here: ${joined(here).toLowerCase()}`,
  nowhereYet: 'The body, before the first place',
  left: 'left',
  /** A part of a practice; what comes a second time has its first name. */
  part: (phase: string): string | undefined => {
    const kind = kindOfPhase(phase);
    return kind === undefined ? parts[phase.replace(/-again$/, '')] : lasting(kind);
  },
  lasting,
  /** What a shipped practice is called; a plan from elsewhere has a title of its own. */
  name: (plan: string): string | undefined =>
    (practices as Readonly<Record<string, { name: string }>>)[plan]?.name,
  soundAct: { name: 'Sound', about: 'levels, talk' },
  soundTitle: 'Sound and talk',
};
