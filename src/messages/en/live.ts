import { minutesAgo } from './counted.ts';
import type { SaveState, SoundState } from './states.ts';

const sound: Record<SoundState, string> = {
  off: 'sound is off',
  preparing: 'sound is starting',
  running: 'sound runs',
  paused: 'paused',
  interrupted: 'something else has the sound; it comes back after that, tap if not',
  returning: 'sound stopped, it is coming back',
  stalled: 'sound stopped, tap to bring it back',
};

const saved: Record<SaveState, string> = {
  saved: 'saved',
  saving: 'saving',
  'not-saved': 'not saved',
};

const tags: Readonly<Record<string, string>> = {
  tearful: 'tearful',
  smiling: 'smiling',
  restless: 'restless',
  speaking: 'speaking',
  queasy: 'queasy',
};

export const live = {
  bedsAndTalk: (beds: readonly string[], talk: string) =>
    `${beds.length === 0 ? 'no bed' : beds.map((bed) => bed.toLowerCase()).join(' and ')}, ${talk}`,
  status: (soundState: SoundState, saveState: SaveState) => `${sound[soundState]}, ${saved[saveState]}`,
  /** Of the sound, where it may come out of another thing than it did. */
  outputUnsure: 'Much softer: have the headphones changed? Tap once they are right',
  ended: { session: 'The session has ended', practice: 'The practice has ended' },

  sinceGiven: 'since medicine',
  sinceDevice: 'since first device',
  sinceBegin: 'since the beginning',
  inPhase: 'in this phase',
  of: (elapsed: string, minutes: string) => `${elapsed} of ${minutes}`,
  then: (phase: string) => `then ${phase.toLowerCase()}`,
  inTime: (clock: string) => `in ${clock}`,
  waiting: 'when released',
  whenGiven: 'when given',
  endsAbout: 'ends about',
  unknown: '–',

  said: {
    now: 'being said',
    shown: 'to read',
    lately: 'last line, just now',
    ago: (count: number) => `last line, ${minutesAgo(count)}`,
    none: 'No line has been said yet',
  },

  acts: 'Acts',
  give: { name: 'Medicine given', about: 'starts the clock' },
  device: (nth: number) => ({
    name: `Device ${nth} started`,
    about: nth === 1 ? 'starts the clock' : undefined,
  }),
  hold: { name: 'Hold here', about: 'phase waits, sound stays' },
  release: { name: 'Release', about: 'phase goes on' },
  less: { name: '− 5 min', about: 'phase' },
  more: { name: '+ 5 min', about: 'phase' },
  next: {
    name: 'Next phase',
    about: (phase: string | undefined) => (phase ? `to ${phase.toLowerCase()}` : 'to the end'),
  },
  ground: {
    name: 'Ground',
    about: [
      'thin the sound first',
      'then an anchor line',
      'then feet, hands, room',
      'then silence',
      'everything is quiet',
    ],
    rung: (rung: number) =>
      [
        '',
        'Grounding: the sound is thin',
        'Grounding: anchor line',
        'Grounding: feet, hands, room',
        'Grounding: silence',
      ][rung] ?? '',
    back: 'One step back',
  },
  say: { name: 'Say a line', about: 'you choose it' },
  comeBack: { name: 'Coming back', about: 'to re-entry' },
  pause: { name: 'Pause', about: 'the sound fades, the practice waits' },
  goOn: { name: 'Go on', about: 'from where it was' },
  silence: { name: 'Silence', about: 'slowly' },
  unsilence: { name: 'Sound again', about: 'slowly' },
  emergency: { name: 'Emergency', about: 'fade and card' },
  end: { session: 'End session', practice: 'End practice' },

  see: 'I see',
  seen: { onset: 'onset', peak: 'peak', reentry: 'coming back' },
  seenAbout: 'starts that phase now',
  talk: 'Talk',
  levels: 'Levels',
  note: 'Note',
  tags,
  write: 'Write',
  writeTitle: 'Write a note',
  noteText: 'What you see',
  keepNote: 'Keep the note',
  sayTitle: 'Say a line',
  sayAbout: 'It is said once, now; the bed steps back first.',
  groups: { anchor: 'Anchor', ground: 'Ground', ask: 'Ask and tell', reentry: 'Re-entry' },
  breath: 'Breath',
  showBreath: 'Show the breath large',
  stillBreath: 'The breath is led by tone alone',
  undo: 'Undo',
  undoAct: (what: string) => `Undo: ${what}`,
  faults: (count: number) => (count === 1 ? 'One sound did not play' : `${count} sounds did not play`),
};
