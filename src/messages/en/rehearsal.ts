import type { Decibels, Hertz } from '#session/units.ts';
import { minutes } from './counted.ts';

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const figure = (value: number) => figures.format(value);
const listed = new Intl.ListFormat('en', { type: 'conjunction' });
const hertz = (hz: Hertz) => `${figure(hz)} Hz`;

/** The walk through a planned session, before it begins. */
export const rehearsal = {
  title: 'Rehearsal',
  about: {
    session: 'From cue to cue, without the waits. No session runs, and nothing is written down.',
    practice: 'From cue to cue, without the waits. No practice runs, and nothing is written down.',
  },
  leave: 'Back to planning',

  place: (nth: number, of: number) => `${nth} of ${of}`,
  at: (clock: string, phase: string) => `${clock}, ${phase.toLowerCase()}`,
  given: (clock: string) => `${clock} after the medicine`,
  tide: (phase: string, clock: string) => `The session as a tide, the rehearsal at ${clock}, in ${phase}`,

  /** What a step is, in a word. */
  kinds: {
    line: 'A line is said',
    shown: 'A line is shown',
    bell: 'A bell',
    change: 'The sound changes',
    clinic: 'In the room',
    vitals: 'Vitals',
    end: 'The end',
  },
  steps: (buses: readonly string[], by: Decibels) =>
    `${listed.format(buses.map((bus, nth) => (nth === 0 ? bus : bus.toLowerCase())))} ${buses.length === 1 ? 'steps' : 'step'} back ${figure(-by)} dB`,
  nothingSteps: 'Nothing steps back',

  bell: (name: string, soft: boolean) => (soft ? `${name}, struck softly` : name),
  rings: (seconds: number) => `rings for ${Math.round(seconds)} s`,
  begins: (phase: string) => `${phase} begins`,
  comesUp: 'The sound comes up slowly',
  beds: {
    softer: (bed: string, by: Decibels) => `${bed} goes down by ${figure(-by)} dB`,
    louder: (bed: string, by: Decibels) => `${bed} comes up by ${figure(by)} dB`,
    silent: (bed: string) => `${bed} falls silent`,
    back: (bed: string) => `${bed} comes in`,
    stay: (beds: readonly string[]) =>
      `${listed.format(beds)} ${beds.length === 1 ? 'stays' : 'stay'} as before`,
  },
  breath: {
    none: (name: string) => `A breath to follow comes in: ${name}`,
    same: (name: string) => `The breath begins anew: ${name}`,
    other: (name: string) => `Another breath is led: ${name}`,
    ends: 'The breath fades out',
  },
  beats: {
    begin: (hz: Hertz) => `Beats come in at ${hertz(hz)}`,
    glide: (from: Hertz, to: Hertz, seconds: number) =>
      `Beats glide from ${hertz(from)} to ${hertz(to)} within ${seconds < 90 ? `${Math.round(seconds)} s` : minutes(Math.round(seconds / 60))}`,
    end: 'Beats fade out',
  },
  medicine: 'The medicine is given: the clock counts from here',
  firstDevice: 'The first device is started: the clock counts from here',
  device: (nth: number) => `Device ${nth} may be started`,
  'hold-ends': 'The lozenge has been held long enough',
  'pump-ends': 'The pump ends',
  leaving: 'From here on the patient may leave',
  vitals: {
    before: 'Vitals, before the medicine',
    at: (minute: number) => `Vitals, ${minutes(minute)} after the medicine`,
    leaving: 'Vitals, before leaving',
    about: 'The bed goes down 12 dB over 8 s, a line tells of the touch, and the bed comes back.',
  },
  end: (seconds: number) => `All fades, over ${Math.round(seconds)} s`,

  acts: 'The rehearsal',
  back: { name: 'Back', about: 'one step' },
  again: { name: 'Hear again', about: 'this step' },
  start: { name: 'Start the rehearsal', about: 'from here on' },
  hold: { name: 'Pause', about: 'stays at this step' },
  forward: { name: 'Forward', about: 'one step' },
  keys: 'The arrow keys go back and forward, space starts and pauses.',
  phases: 'Go to',
  what: 'What is rehearsed',
  everything: 'everything',
  lines: 'only lines',
  noLines: 'Nothing is said in this plan, so there are only bells and changes to hear.',
  over: 'That was all of it.',
  failed: 'The sound did not start. The steps can still be read; a tap on Hear again tries once more.',
  missing: 'Something of this step is not on this device and is not heard. All else is.',
};
