import { minutes } from './counted.ts';

export const start = {
  title: 'Prepare a session',
  clinic: 'The lengths are starting points. Each clinic sets its own.',
  begin: 'Begin',
  rehearse: 'Rehearse',
  beginAbout: 'preparation plays until you mark the medicine',
  beginPractice: 'the practice run starts at once',

  unfinished: {
    title: 'A session was interrupted',
    began: (clock: string) => `began at ${clock}`,
    inPhase: (phase: string) => `in ${phase}`,
    sinceGiven: (clock: string) => `${clock} since medicine`,
    elapsed: (clock: string) => `${clock} since it began`,
    saved: 'Everything up to then is saved, and it can go on.',
    elsewhere: 'A session runs in another tab',
    elsewhereAbout: 'Go on there. If that tab does not answer, close it: then the session can go on here.',
    continue: 'Continue the session',
    discard: 'End it here',
    discardAbout: 'hold',
  },

  route: 'How the medicine is given',
  devices: 'Devices',
  pump: 'The pump runs',
  lozenge: 'Lozenge stays in the mouth',
  talk: 'How much is said',

  lengths: 'How long each part takes',
  fromGiven: 'from medicine to end',
  whole: 'from beginning to end',
  untilGiven: (preparation: number) => `after about ${minutes(preparation)} of preparation`,
  noPreparation: 'preparation included',
  openEnded: 'until medicine is given',
};
