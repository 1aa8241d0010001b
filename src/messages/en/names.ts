import type { BellId } from '#session/cues.ts';
import type { BeatsKind, BedKind, Bus } from '#session/layers.ts';
import type { MedicinePhase, RouteId, Talk } from '#session/plan.ts';
import { devices, minutes, shortMinutes } from './counted.ts';

const phases: Record<MedicinePhase, string> = {
  preparation: 'Preparation',
  onset: 'Onset',
  peak: 'Peak',
  plateau: 'Plateau',
  reentry: 'Re-entry',
  rest: 'Rest',
};

const routes: Record<RouteId, { name: string; about: string }> = {
  iv: { name: 'Infusion', about: 'Into a vein, by a pump over about 40 minutes' },
  im: { name: 'Injection', about: 'Into a muscle; first effects within minutes' },
  nasal: { name: 'Nasal spray', about: 'One to three devices, five minutes apart' },
  lozenge: { name: 'Lozenge', about: 'Held in the mouth; the longest way in and out' },
  'practice-run': { name: 'Practice run', about: 'The same shape in a quarter of an hour, no medicine' },
};

const talk: Record<Talk, { name: string; short: string; about: string }> = {
  full: {
    name: 'full',
    short: 'full talk',
    about: 'Every line, and a short anchor at the peak every five minutes',
  },
  sparse: {
    name: 'sparse',
    short: 'sparse talk',
    about: 'The needed lines; no voice at the peak unless you ask for one',
  },
  bells: { name: 'bells only', short: 'bells only', about: 'No voice unless you ask for it' },
  silent: { name: 'silent', short: 'no voice', about: 'Only the sound underneath' },
};

const beds: Record<BedKind, string> = {
  ocean: 'Ocean',
  rain: 'Rain',
  wind: 'Wind',
  pad: 'Soft tones',
  pink: 'Pink noise',
  brown: 'Brown noise',
};

const bells: Record<BellId, string> = {
  'bowl-110': 'Deep bowl',
  'bowl-196': 'Middle bowl',
  'bowl-262': 'High bowl',
  'small-bell': 'Small bell',
};

const beats: Record<BeatsKind | 'none', string> = {
  none: 'Off',
  binaural: 'Binaural',
  monaural: 'Monaural',
  isochronic: 'Isochronic',
};

const buses: Record<Bus, string> = {
  voice: 'Voice',
  bed: 'Bed',
  breath: 'Breath',
  bell: 'Bells',
  beats: 'Beats',
};

const steps: Record<string, string> = {
  'first-effects': 'first effects',
  deepening: 'deepening',
};

const breath = { in: 'in', 'top-up': 'a little more', full: 'hold', out: 'out', empty: 'rest' };

/** What things are called wherever they appear. */
export const names = {
  phases: phases as Readonly<Record<string, string>>,
  steps: steps as Readonly<Record<string, string>>,
  routes,
  talk,
  beds,
  bells,
  beats,
  buses,
  breath,
  minutes,
  shortMinutes,
  devices,
  off: 'off',
  intention: 'Intention',
  notHeard: 'not heard now',
  close: 'Close',
  holdOn: 'Hold for a second',
  pressAgain: 'Press again',
  tide: {
    mark: 'A tide that rises and ebbs',
    planned: (phases: string) => `The session as a tide: ${phases}`,
    now: (phase: string, minute: number) => `The session as a tide, now in ${phase}, minute ${minute}`,
    given: 'medicine',
    held: 'held',
  },
  places: {
    name: 'Places',
    to: {
      session: 'Session',
      practice: 'Practice',
      journal: 'Journal',
      days: 'Days',
      records: 'Records',
      voices: 'Voices',
      sounds: 'Sounds',
      clinic: 'Clinic',
      device: 'This device',
    },
    whose: 'Whose device is it?',
  },
  ceiling: (volume: number) => `Not above ${volume}, as set in the sound check`,
  levelOf: (bus: string) => `${bus} level`,
  fewer: (what: string) => `${what}, less`,
  more: (what: string) => `${what}, more`,
};
