import { pluralsOf } from '../plurals.ts';
import { minutes, shortMinutes } from './counted.ts';

const plural = pluralsOf('en');

/** The words of the app for what became of a chain; the same as its own. */
type Broken = 'changed' | 'gap' | 'unlinked' | 'end';

const broken: Record<Broken, (nth: number) => string> = {
  changed: (nth) => `Entry ${nth} was changed after it was written. All entries can still be read.`,
  gap: (nth) =>
    `Before entry ${nth} something is missing or was exchanged. All that is left can still be read.`,
  unlinked: (nth) => `Entry ${nth} was put in afterwards. All entries can still be read.`,
  end: (nth) => `After entry ${nth} something is missing. All that is left can still be read.`,
};

/** Why the sound was lost, as the app calls it. */
const reasons: Readonly<Record<string, string>> = {
  reload: 'the page was loaded again',
  'sound-lost': 'the device stopped the sound',
  'no-sound': 'the device did not let it begin',
  paused: 'paused',
};

/** The sessions that are over: their list, and each as it was. */
export const records = {
  title: 'Records',
  about:
    'Every session and practice that is over. They stay on this device until you take them along or delete them.',
  none: 'Nothing is kept yet. When a session or a practice ends, its record is here.',
  notFound: 'Nothing fits. Take a word away, or choose all routes.',
  count: (count: number) => plural(count, { one: 'One record', other: '# records' }),
  unreadable: (count: number) =>
    plural(count, {
      one: 'One more was kept by a newer Undertone and is left as it is. Update this one to read it.',
      other: '# more were kept by a newer Undertone and are left as they are. Update this one to read them.',
    }),
  loading: 'Opening the records',
  gone: 'This record is not on this device any more. The others are in the list.',

  search: 'Search',
  searchAbout: 'a date, a route, a note',
  route: 'Route',
  all: 'all',
  practice: 'practices',
  from: 'From',
  to: 'Until',
  clear: 'Show all',

  open: (name: string) => `Open the record of ${name}`,
  remove: (name: string) => `Delete the record of ${name}`,
  removeShort: 'Delete',
  removed: 'The record is deleted.',
  undo: 'Undo',
  problems: {
    'not-deleted': 'The browser did not let the record be deleted. It is still here; try again.',
    'not-put-back': 'The browser did not let the record be put back. Press Undo again.',
  },
  exportAll: 'Take all along',
  exportAllAbout: 'one zip file',
  back: 'All records',

  take: 'Take it along',
  kinds: {
    pdf: 'Print or PDF',
    csv: 'Table (CSV)',
    json: 'Everything (JSON)',
    fhir: 'For clinic systems (FHIR)',
  },

  lasted: (length: number) => minutes(length),
  given: (clock: string) => `medicine at ${clock}`,
  notGiven: 'no medicine',
  chain: {
    whole: (count: number) =>
      plural(count, {
        one: 'Its one entry is as it was written.',
        other: 'All # entries are as they were written.',
      }),
    unlinked: (count: number) =>
      plural(count, {
        one: 'One entry is older than this protection.',
        other: '# entries are older than this protection.',
      }),
    none: 'This record was kept without protection against changes.',
    broken: broken as Readonly<Record<Broken, (nth: number) => string>>,
  },

  picture: (name: string, length: string, phases: string) =>
    `${name}, ${length}, drawn as a tide: ${phases}. The tables below say the same in words.`,
  legend: {
    planned: 'planned',
    lived: 'as it was',
    line: 'line',
    bell: 'bell',
    note: 'note',
    interrupted: 'no sound',
  },
  minute: (count: number) => `${count}`,
  fromGiven: 'minutes from medicine',
  fromBegin: 'minutes from the beginning',
  level: (bus: string) => `${bus} level`,
  measured: {
    pressure: 'blood pressure, mmHg',
    pulse: 'pulse, a minute',
    spo2: 'SpO₂, %',
    sedation: 'sedation, 0 to 5',
  },

  phases: 'Phases',
  phase: 'Phase',
  plannedFor: 'planned',
  livedFor: 'as it was',
  notLived: '–',
  short: shortMinutes,

  totals: 'In minutes',
  whole: 'from beginning to end',
  preparation: 'of preparation',
  sinceGiven: 'from medicine to end',
  sinceFirstDevice: 'from the first device to completion',
  sinceLastDevice: 'from the last device to completion',

  sounded: 'What sounded',
  soundedCount: (lines: number, bells: number) =>
    `${plural(lines, { one: 'one line', other: '# lines' })} and ${plural(bells, { one: 'one bell', other: '# bells' })}, as the audio itself told`,
  everyCue: 'Each with its time',
  nothingSounded: 'No line was said and no bell rang.',
  missed: (count: number) =>
    plural(count, { one: 'One sound did not play.', other: '# sounds did not play.' }),
  asked: 'asked for',
  vitals: 'Measured',
  clock: 'at',
  before: (what: string) => `before correction: ${what}`,
  notes: 'Notes',
  moreNotes: (count: number) =>
    plural(count, { one: 'One more is in the table (CSV).', other: '# more are in the table (CSV).' }),
  moreVitals: (count: number) =>
    plural(count, {
      one: 'One more measurement is in the table (CSV).',
      other: '# more measurements are in the table (CSV).',
    }),
  noNotes: 'Nothing was noted.',
  checks: {
    title: 'Checks',
    what: 'What',
    state: 'how it stood',
    of: { arrival: 'On arrival', rules: 'Rules', leaving: 'Before leaving' },
    checked: (clock: string) => `checked ${clock}`,
    open: 'open',
    overruled: 'overruled',
    waived: 'switched off by the clinic',
    because: (reason: string) => `overruled because: ${reason}`,
  },
  interruptions: 'Interruptions',
  noInterruptions: 'The sound was never interrupted.',
  interrupted: (from: string, to: string, reason: string) =>
    `${from} to ${to}: ${reasons[reason] ?? 'the sound was interrupted'}`,
  devices: 'Devices',
  deviceAt: (device: number, clock: string) => `Device ${device} at ${clock}`,
  printed: (app: string, id: string) =>
    `${app}, record ${id}. A record of what was played and written down; it judges nothing.`,
};
