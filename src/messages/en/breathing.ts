import type { BreathGate, BreathPlace } from '#session/breath-limits.ts';
import type { BreathId } from '#session/breath-patterns.ts';
import type { BreathPart } from '#session/breath.ts';
import type { PatternProblem } from '#session/own-pattern.ts';
import type { OwnRate } from '#session/own-rate.ts';
import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');
const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const figure = (value: number) => figures.format(value);

const patterns: Record<BreathId, string> = {
  'extended-exhale': 'Extended exhale',
  coherent: 'Coherent',
  'coherent-slow': 'Coherent, slower',
  slow: 'Slow',
  box: 'Box',
  '4-7-8': '4-7-8',
  sigh: 'Cyclic sigh',
};

const parts: Record<BreathPart, string> = {
  in: 'In',
  'top-up': 'A little more',
  full: 'Hold',
  out: 'Out',
  empty: 'Rest',
};

const places: Record<BreathPlace, string> = {
  home: 'In this practice',
  preparation: 'In the preparation',
  medicine: 'In the onset',
  lozenge: 'With the lozenge',
  return: 'Coming back',
};

const gates: Record<Exclude<BreathGate, 'allowed'>, string> = {
  'too-fast': 'A whole breath takes 3 seconds at least.',
  sigh: 'For practice at home, not with medicine.',
  holds: 'From the medicine to re-entry no breath is held.',
  strong: 'With a lozenge in the mouth, in and out take 3 seconds at least.',
};

const problems: Record<PatternProblem, string> = {
  'too-fast': 'A whole breath takes 3 seconds at least. Make a part longer to keep it.',
  'no-name': 'Give it a name to keep it.',
};

const notes: Record<NonNullable<OwnRate['note']>, string> = {
  double: 'Two taps close together count as one.',
  missed: 'That gap was unlike the others, so it is not counted. Tap on.',
  pause: 'After a long pause the counting begins anew.',
  uneven: 'The taps were not alike; this is the middle of them.',
};

const perMinute = (rate: number) =>
  plural(Math.round(rate * 10) / 10, { one: '# breath a minute', other: '# breaths a minute' });

/** Which breath leads, at which pace, and how it is felt. */
export const breathing = {
  title: 'Breath to follow',
  about: 'A tone leads it, so eyes can stay closed. Nobody has to follow.',
  nasal: 'After a nasal spray nothing leads the breath.',
  change: (place: string, name: string) => `${place}: ${name}. Choose another breath`,
  views: { list: 'Choose a breath', editor: 'A pattern of your own', pace: 'Your own pace' },
  patterns,
  unnamed: 'A pattern of your own',
  places,
  gates,
  parts,
  part: (part: BreathPart, seconds: number) => `${parts[part].toLowerCase()}\u00a0${figure(seconds)}`,
  perMinute,
  slowing: (rate: number, pace: number) => `${perMinute(rate)}, slowing to ${figure(pace)}`,
  sighOut: 'Breathe out for',
  seconds: (value: number) => `${figure(value)} s`,
  none: 'none',

  add: 'Make a pattern',
  addAbout: 'kept on this device',
  edit: (name: string) => `Change ${name}`,
  editorAbout: 'Each part takes 0.5 to 30 seconds. A hold, a rest and the little more can be none.',
  name: 'Name',
  save: 'Keep it',
  remove: 'Delete',
  removed: (name: string) => `${name} is deleted.`,
  undo: 'Undo',
  back: 'Back',
  notKept: 'This device did not keep it. It can be used now; free some space to keep it.',
  problems,

  pace: 'Begin at your own pace',
  paceAbout: 'From there the breath slows by one a minute each minute, down to the pattern.',
  paceRow: (rate: number) => `Begins at ${figure(rate)} a minute`,
  paceOff: 'Begins at the pattern’s pace',
  measure: 'Tap along',
  howToTap:
    'Breathe as you do now, and tap whenever a breath in begins: here, or with the space bar. Five taps are four whole breaths.',
  tap: 'Tap',
  tapAbout: 'as you breathe in',
  counted: (breaths: number) => `${breaths} of 4 breaths`,
  notes,
  measured: (rate: number) => `About ${perMinute(rate)}`,
  led: (from: number, pace: number) =>
    `The first breath is led at ${figure(from)} a minute, and slows from there to ${figure(pace)}.`,
  fast: (from: number, pace: number) =>
    `That is brisk, and that is all right. The first breath is led at ${figure(from)} a minute, and slows from there to ${figure(pace)}.`,
  slower: (pace: number) =>
    `You breathe slowly already: the pattern begins at its own ${figure(pace)} a minute.`,
  again: 'Tap anew',
  clear: 'Begin at the pattern’s pace',
  done: 'Done',

  vibration: 'Feel the breath',
  vibrationAbout:
    'One pulse for in, two for out, three light ones for a line that is only shown; while this page is on the screen.',
  vibrationMissing: 'This device cannot be felt from a page; sound and picture lead the breath.',
};
