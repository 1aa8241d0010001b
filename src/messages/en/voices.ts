import { seconds } from './counted.ts';

/** What may be said of a recording; the same words as the app's own. */
type Remark = 'clipped' | 'noisy' | 'far' | 'cut' | 'uneven';
type Problem =
  | ('refused' | 'missing' | 'busy' | 'nothing-heard' | 'storage-full' | 'storage-blocked')
  | ('not-a-guide' | 'newer-guide' | 'too-big' | 'other-lines' | 'broken-line');

const remarks: Record<Remark, string> = {
  clipped: 'It was too loud for the microphone: a little further away is better.',
  noisy: 'The room can be heard behind the voice: somewhere quieter is better.',
  far: 'The voice was far from the microphone: a hand’s width is a good distance.',
  cut: 'The recording may have begun or ended in the middle of a word.',
  uneven: 'One loud moment keeps the rest soft: more even is better.',
};

const problems: Record<Problem, string> = {
  refused:
    'The microphone was not allowed. Allow it for this page in the browser’s settings, then press again.',
  missing: 'No microphone was found. Connect one, then press again.',
  busy: 'The microphone is in use elsewhere. Close the other app, then press again.',
  'nothing-heard': 'Nothing was heard. What was recorded before is still there; come nearer and try again.',
  'not-a-guide':
    'This file is not a guide. Choose one that was saved here or on another device with Undertone.',
  'newer-guide': 'This guide was saved by a newer Undertone. Update this one, then open it again.',
  'too-big': 'This file is larger than 200 MB, more than any guide. Nothing was taken in.',
  'other-lines':
    'This guide has lines that this Undertone does not know. Nothing was taken in; update and open it again.',
  'broken-line':
    'One of its lines could not be read, so nothing was taken in. Save the guide again and open that file.',
  'storage-full': 'The device is full, so this line was not kept. Make room and record it again.',
  'storage-blocked':
    'The browser did not let this line be kept. Everything before is still there; try again.',
};

const groups: Readonly<Record<string, string>> = {
  check: 'Sound check',
  welcome: 'Welcome',
  intention: 'Intention',
  breath: 'Breath',
  scan: 'Short body scan',
  onset: 'Onset',
  anchor: 'Anchor lines',
  ground: 'Grounding',
  ask: 'Ask and tell',
  reentry: 'Re-entry',
  rest: 'Rest',
  body: 'Body scan',
  aware: 'Watching the breath',
  kind: 'Kindness',
  sense: 'Five senses',
  listen: 'Listening',
  night: 'Into the night',
  pace: 'Slow breath',
};

/** The place where somebody records a guide of their own. */
export const voices = {
  title: 'Your own voice, line by line',
  about: 'A guide that is recorded here stays on this device, and can speak in any session or practice.',
  guides: 'Guides',
  none: 'No guide has been recorded yet. Give one a name, and begin with any line.',
  name: 'Name of the guide',
  create: 'Begin a guide',
  open: (name: string) => `Record ${name}`,
  remove: (name: string) => `Delete ${name}`,
  removeShort: 'Delete',
  save: (name: string) => `Save ${name} as a file`,
  saveShort: 'Save as a file',
  takeIn: 'Open a guide file',
  removed: (name: string) => `${name} is deleted.`,
  undo: 'Undo',
  gaps: 'Lines that are not recorded',
  gap: { shipped: 'the synthesised voice', 'left-out': 'left out' },
  progress: (recorded: number, all: number) => `${recorded} of ${all} lines recorded`,
  lines: 'Lines',
  group: (group: string) => groups[group] ?? group,
  recordedMark: 'recorded',
  staleMark: 'the words have changed since',
  record: 'Record',
  recordAgain: 'Record again',
  recordAbout: 'press, say the line, press again',
  stop: 'Stop',
  stopAbout: 'the edges are trimmed by themselves',
  opening: 'Opening the microphone',
  keeping: 'Keeping the line',
  hear: 'Hear it',
  hearAbout: 'as it was kept',
  next: 'Next line',
  nextAbout: 'the next that is not recorded',
  kept: (length: number) => `Kept: ${seconds(length)}, as loud as every line.`,
  remarks: remarks as Readonly<Record<string, string>>,
  problems: problems as Readonly<Record<string, string>>,
  meter: 'How loud the microphone hears you',
  loudness: { quiet: 'too soft', good: 'good', loud: 'too loud', off: 'the microphone is off' },
};
