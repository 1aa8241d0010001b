import { minutes } from './counted.ts';

const typed = {
  systolic: { name: 'Systolic', unit: 'mmHg' },
  diastolic: { name: 'Diastolic', unit: 'mmHg' },
  pulse: { name: 'Pulse', unit: 'per minute' },
  spo2: { name: 'SpO₂', unit: '%' },
};

const clock = {
  row: 'Clinical clock',
  open: 'Times and notes',
  moment: {
    before: 'Vitals before the medicine',
    at: (minute: number) => `Vitals at ${minute} min`,
    leaving: 'Vitals before leaving',
  },
  hold: 'Lozenge stays in the mouth',
  pump: 'Pump ends',
  pumpEnded: 'Pump ended',
  leaving: 'Earliest leaving',
  inTime: (time: string) => `in ${time}`,
  left: (time: string) => `${time} left`,
  since: (time: string) => `due since ${time}`,
  due: 'due now',
  nothing: 'Nothing due',
  mayBeStarted: 'may be started',
  leave: (last: string, first: string) =>
    first === last ? `leave from ${last}` : `leave from ${last} (first ${first})`,
  leaves: 'Leaving',
  hasLeft: (time: string) => `left at ${time}`,
  measuring: 'Vitals minute: the sound is low',
  vitals: 'Vitals',
  values: 'Type values',
  resume: 'Sound back',
};

const times = {
  title: 'Times and notes',
  given: 'Medicine',
  none: 'Nothing has been given yet',
  tapped: (time: string) => `tapped at ${time}`,
  medicine: 'Medicine given',
  device: (nth: number) => `Device ${nth} started`,
  leaving: (first: string, last: string) =>
    first === last
      ? `Leaving from ${last}`
      : `Leaving from ${last}, counted from the last device; from ${first} by the first`,
  correct: 'Correct',
  correctOf: (what: string) => `Correct: ${what}`,
  really: 'It really was at',
  correctAbout: 'The clinical times move. The sound goes on as it is.',
  why: 'Why',
  reasons: ['tapped late', 'tapped early', 'by the wall clock'],
  keep: 'Keep this time',
  vitals: 'Vitals',
  state: {
    recorded: (time: string) => `recorded at ${time}`,
    missed: 'not recorded',
    open: 'before the medicine',
  },
  dueAt: (time: string) => `due at ${time}`,
  measured: 'Measured',
  notes: 'Notes',
  noNotes: 'No notes yet',
  before: (text: string) => `before: ${text}`,
  noteText: 'What the note should say',
  keepNote: 'Keep the note',
};

const leave = {
  title: 'Before they leave',
  about: 'The list is your clinic’s own. What is open can be overruled, with a reason.',
  reason: 'Reason',
  reasons: ['Done, on paper', 'As agreed with the prescriber', 'Against advice'],
  own: 'In your own words',
  despite: 'Has left all the same',
  despiteAbout: 'the reason is kept with the session',
  needsReason: 'choose or write a reason first',
  now: 'Has left',
};

const vitals = {
  title: 'Vitals minute',
  again: 'Correct a measurement',
  about: 'The sound lies 12 dB lower, and nothing leads into the arms, until you bring it back.',
  againAbout: 'What it said before stays readable.',
  typed,
  keys: 'Keys',
  erase: 'Erase',
  next: 'Next',
  sedation: 'Sedation',
  sedationAbout: 'On your own scale, from 0, awake, to 5',
  none: '–',
  note: 'Note',
  announce: 'Say that someone touches the arm',
  keep: { name: 'Keep and bring the sound back', about: 'over 8 seconds' },
  keepOnly: { name: 'Keep', about: 'as it is now' },
  without: { name: 'Sound back without values', about: 'over 8 seconds' },
  meant: (what: string, value: number) => `${what}: did you mean ${value}?`,
  swapped: (systolic: number, diastolic: number) => `Did you mean ${systolic} over ${diastolic}?`,
  again2: (what: string) => `${what}: please type it again.`,
  yes: (value: string) => `Yes, ${value}`,
  no: (value: string) => `No, ${value} is right`,
};

const place = {
  lists: {
    title: 'Checklists',
    about: (version: number) =>
      version === 0
        ? 'As the app ships them; change them to what your clinic does. Each session keeps the list it was begun with.'
        : `Your clinic’s own, version ${version}. Each session keeps the list it was begun with.`,
    item: (nth: number, list: string) => `${list}, item ${nth}`,
    take: 'Take away',
    takeOf: (text: string) => `Take away: ${text}`,
    away: (text: string) => `Taken away: ${text}`,
    putBack: 'Put it back',
    newItem: (list: string) => `A new item: ${list.toLowerCase()}`,
    add: 'Add the item',
  },
  rules: {
    title: 'Rules',
    about:
      'Every plan is checked by these before it begins. One that is switched off is named in each record.',
    off: 'Switched off; every record says so',
  },
  title: 'Clinic',
  about: 'What your clinic sets once, for every session on this device.',
  vitals: 'When vitals are due',
  vitalsAbout: 'Starting points: set them as your clinic works.',
  route: 'Route',
  before: 'Before the medicine',
  leaving: 'Before leaving',
  at: 'After the medicine',
  noTimes: 'At no set time in between',
  minute: (count: number) => `${count} min`,
  remove: (what: string) => `Take away ${what}`,
  newTime: 'Another time',
  addTag: 'Add the tag',
  addTime: (count: number) => `Add ${minutes(count)}`,
  stay: 'Stay after the last device or dose',
  noStay: 'not set',
  stayAbout: 'The earliest leaving follows from it.',
  announce: 'Announce the touch',
  announceAbout: 'At every vitals minute a line says that someone touches the arm, once the sound is low.',
  tags: 'Note tags',
  tagsAbout: 'What can be noted with one tap.',
  newTag: 'A tag of your own',
  noTags: 'No tags: notes can still be written.',
  away: (name: string) => `${name} taken away`,
  putBack: 'Put it back',
  notKept: 'This change could not be kept on this device; it holds until the app is closed.',
};

export const clinic = { clock, times, leave, vitals, place };
