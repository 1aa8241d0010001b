import { seconds } from './counted.ts';

/** What may be said of a recording; the same words as the app's own. */
type Remark = 'clipped' | 'noisy' | 'far' | 'cut' | 'uneven';
type Problem =
  | ('refused' | 'missing' | 'busy' | 'nothing-heard' | 'not-worked-on' | 'not-a-sound' | 'long-line')
  | ('storage-full' | 'storage-blocked' | 'storage-newer');
type Refusal =
  | ('no-zip' | 'newer-file' | 'too-big' | 'damaged' | 'not-worked-on' | 'too-many')
  | ('storage-full' | 'storage-blocked' | 'storage-newer');

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
  'not-worked-on': 'The recording could not be worked on. Load the page again and record the line once more.',
  'not-a-sound': 'This file is no sound that this browser can open. WAV, MP3 and M4A are good choices.',
  'long-line': 'This recording is longer than a minute. Cut it down to the words, then open it again.',
  'storage-full': 'The device is full, so this line was not kept. Make room and record it again.',
  'storage-blocked':
    'The browser did not let this line be kept. Everything before is still there; try again.',
  'storage-newer':
    'A newer Undertone has kept things here, so this line was not kept. Load the page again, then record it once more.',
};

const refusals: Record<Refusal, string> = {
  'no-zip':
    'This file was not saved by Undertone, so nothing was taken in. Choose one that was saved here or on another device.',
  'newer-file':
    'This file was saved by a newer Undertone, so nothing was taken in. Update this one, then open it again.',
  'too-big': 'This file is larger than 200 MB. Nothing was taken in.',
  damaged:
    'This file is damaged, or could not be read to its end, so nothing was taken in. Fetch it again from where you keep it.',
  'too-many':
    'Twelve lines can be kept, and with this file there would be more: nothing was taken in. Delete some, then open it again.',
  'not-worked-on':
    'This file could not be worked on, so nothing was taken in. Load the page again, then open it once more.',
  'storage-full':
    'There is not enough room on this device, so nothing was taken in. Make room, then open the file again.',
  'storage-blocked':
    'The browser did not keep it, so nothing was taken in. What was here before is still here; open the file once more.',
  'storage-newer':
    'A newer Undertone has kept things here, so nothing was taken in. Load the page again, then open the file once more.',
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
  refusals: refusals as Readonly<Record<string, string>>,
  misfit: (place: string, expected: string, got: string) =>
    `Nothing was taken in: ${place === '' ? '' : `at ${place} `}the file should have ${expected}, and has ${got}.`,
  kinds: 'What to record',
  kind: { guide: 'A whole guide', close: 'Lines of somebody close' },
  rename: 'Rename',
  renameOf: (name: string) => `Rename ${name}`,
  newName: 'New name',
  keepName: 'Keep the name',
  hearInSession: 'Hear it in the session',
  hearInSessionAbout: 'over its bed, as planned',
  stopHearing: 'Stop listening',
  stopHearingAbout: 'it fades',
  notHeard: 'The sound did not start. Close other apps that play sound, then try again.',
  picture: 'The recording as it was; between the marks is what was kept',
  needed: (route: string) => `For the session that is planned (${route.toLowerCase()})`,
  missing: (count: number) => (count === 0 ? 'all recorded' : `${count} still missing`),
  spaceKey: 'The space key records and stops, too.',
  close: {
    title: 'Lines of somebody close',
    about:
      'A few words in a voice that is known and loved, or one’s own. They are heard in a session only when somebody taps them.',
    none: 'No line has been recorded yet.',
    make: 'A new line',
    full: 'Twelve lines are kept, which is as many as one can choose from in a moment. Delete one to make room.',
    name: 'What it is called',
    speaker: 'Who speaks',
    words: 'The words, for captions',
    agreed: 'Who speaks agrees that this recording is kept here and played in sessions',
    agreedAbout: 'Noted with today’s date. Without it the line cannot be played.',
    agreedOn: (date: string) => `Agreed on ${date}`,
    notAgreed: 'Not agreed: it is not played',
    openFile: 'Open a recording',
    keep: 'Keep the line',
    keepAbout: { ready: 'it can be chosen for sessions', open: 'once it is recorded, named and agreed' },
    recorded: (length: number) => `Recorded: ${seconds(length)}, as loud as every line. Not kept yet.`,
    hearName: (name: string) => `Hear ${name}`,
    hearInSessionName: (name: string) => `Hear ${name} in the session`,
    hearShort: 'Hear it',
    inSessionShort: 'In the session',
    remove: (name: string) => `Delete ${name}`,
    says: (speaker: string, length: number) => `${speaker}, ${seconds(length)}`,
    saveAll: 'Save all lines as a file',
    takeIn: 'Open a file of lines',
    notKept: 'The browser did not keep the last change: it holds until the page is closed.',
  },
  meter: 'How loud the microphone hears you',
  loudness: { quiet: 'too soft', good: 'good', loud: 'too loud', off: 'the microphone is off' },
};
