import { shortMinutes } from './counted.ts';

/** What happened, in the past tense: the answer to an act, and the lines of the record. */
export const events = {
  started: 'Session begun',
  medicineGiven: 'Medicine given',
  deviceStarted: (device: number) => `Device ${device} started`,
  advanced: (phase: string) => `Moved on to ${phase.toLowerCase()}`,
  advancedNext: 'Moved on to the next phase',
  observed: (phase: string) => `Seen: ${phase.toLowerCase()}`,
  longer: (minutes: number) => `Phase ${shortMinutes(minutes)} longer`,
  shorter: (minutes: number) => `Phase ${shortMinutes(minutes)} shorter`,
  held: 'Held: the phase waits, the sound stays',
  released: 'Released: the phase goes on',
  rungs: [
    'Grounding taken back: full sound again',
    'Grounding: sound thinned',
    'Grounding: anchor line',
    'Grounding: feet, hands, room',
    'Grounding: silence',
  ],
  talk: (talk: string) => `Talk: ${talk}`,
  level: (bus: string, volume: number) => `${bus} level ${volume}`,
  silenced: 'Silence',
  faded: 'Everything faded out',
  unsilenced: 'Sound again',
  line: (title: string) => `Line: ${title}`,
  noted: (text: string) => `Note: ${text}`,
  interrupted: 'The sound was interrupted',
  resumed: 'The sound went on',
  undone: (what: string) => `Taken back: ${what}`,
  undoneUnknown: 'Taken back',
  ended: 'Session ended',
};
