import type { LineId, LineIdOf } from './lines.ts';

type OfferedReentry =
  | 'reentry.begin'
  | 'reentry.where'
  | 'reentry.medicine'
  | 'reentry.company'
  | 'reentry.feet'
  | 'reentry.hands'
  | 'reentry.room'
  | 'reentry.name'
  | 'reentry.head'
  | 'reentry.eyes'
  | 'reentry.silent'
  | 'reentry.landing';

/** Lines a facilitator may have said now, with one tap. */
export type OfferedLineId = LineIdOf<'anchor' | 'ground' | 'ask'> | OfferedReentry;

/** What stands on the button: short enough to be read in a dim room, and close to what will be heard. */
export const offeredTitles: Readonly<Record<OfferedLineId, string>> = {
  'anchor.here': 'You are here',
  'anchor.company': 'Someone is with you',
  'anchor.beside': 'Beside you, the whole time',
  'anchor.sound': 'The sound goes on',
  'anchor.nothing-to-do': 'Nothing you have to do',
  'anchor.as-it-is': 'Just as it is',
  'anchor.breath': 'The breath moves by itself',
  'anchor.time': 'Plenty of time',
  'anchor.come-and-go': 'Things come and go',
  'anchor.medicine': 'It comes from the medicine',
  'anchor.support': 'Something solid under you',
  'anchor.rest': 'You can rest here',
  'ground.begin': 'Here, in a room, with someone',
  'ground.sound': 'The sound becomes simpler',
  'ground.strong-moment': 'A strong moment',
  'ground.feet': 'Feel your feet',
  'ground.feet-again': 'The feet again',
  'ground.seat': 'Feel your weight',
  'ground.hands': 'Feel your hands',
  'ground.touch': 'What your hands touch',
  'ground.breath': 'A slow breath out',
  'ground.eyes': 'Look at something near',
  'ground.room': 'Floor and room',
  'ground.voice': 'Listen to the person beside you',
  'ground.rest': 'Enough, rest now',
  'ask.measure': 'We touch your arm to measure',
  'ask.cuff': 'The cuff grows tight',
  'ask.measure-done': 'Measuring is done',
  'ask.sound-change': 'The sound changes',
  'ask.eyes-open': 'You may open your eyes',
  'ask.eyes-rest': 'You may rest your eyes',
  'ask.water': 'Some water?',
  'ask.breathe-out': 'Breathe out slowly',
  'ask.blanket': 'A blanket is coming',
  'ask.position': 'Help to lie comfortably',
  'ask.hand': 'A hand, if you like',
  'ask.head-still': 'Rest the head still',
  'ask.finger': 'Move a finger if comfortable',
  'ask.next-device': 'Next nasal spray',
  'ask.quiet': 'The voice goes quiet',
  'reentry.begin': 'The way back begins',
  'reentry.where': 'In a quiet room',
  'reentry.medicine': 'The medicine wears off',
  'reentry.company': 'With you all this time',
  'reentry.feet': 'Feet',
  'reentry.hands': 'Hands',
  'reentry.room': 'The room around you',
  'reentry.name': 'Remember your name',
  'reentry.head': 'Move only a little',
  'reentry.eyes': 'A little light',
  'reentry.silent': 'Nothing to say yet',
  'reentry.landing': 'Welcome back',
};

export const offeredLineIds = Object.keys(offeredTitles) as readonly OfferedLineId[];

export function isOffered(id: LineId): id is OfferedLineId {
  return Object.hasOwn(offeredTitles, id);
}
