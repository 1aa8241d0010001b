/** What the person in the chair may hear at the deepest point, or when something is too much. Very short; facts, no promises. */

export const anchor = {
  'anchor.here': 'You are here.',
  'anchor.company': 'Someone is with you.',
  'anchor.beside': 'You have someone beside you, the whole time.',
  'anchor.sound': 'The sound is here, and it goes on.',
  'anchor.nothing-to-do': 'There is nothing you have to do.',
  'anchor.as-it-is': 'It may be just as it is.',
  'anchor.breath': 'The breath moves by itself.',
  'anchor.time': 'There is plenty of time.',
  'anchor.come-and-go': 'Things may come, and things may go.',
  'anchor.medicine': 'What you notice comes from the medicine. It wears off by itself.',
  'anchor.support': 'Something solid is under you.',
  'anchor.rest': 'You can rest here.',
} as const;

export const ground = {
  'ground.begin': 'You are here, in a room, and someone is with you.',
  'ground.sound': 'The sound becomes simpler now. Only a little of it stays.',
  'ground.strong-moment': 'This is a strong moment. It will change, and someone stays with you.',
  'ground.feet': 'Feel your feet. You can press them down a little.',
  'ground.feet-again': 'The feet again. The left foot. The right foot.',
  'ground.seat': 'Feel the weight of your body, and what is under it.',
  'ground.hands': 'Feel your hands. You can touch the fingers together.',
  'ground.touch': 'Feel what your hands are touching. The cloth, the blanket, or the chair.',
  'ground.breath': 'A slow breath out. And the next one comes by itself.',
  'ground.eyes': 'If you like, open your eyes, and look at something near you.',
  'ground.room': 'There is a floor under you, and a quiet room around you.',
  'ground.voice': 'You can listen to the voice of the person beside you.',
  'ground.rest': 'That is enough. You can rest now. Someone stays with you.',
} as const;

export const ask = {
  'ask.measure': 'Someone touches your arm now, to take a measurement.',
  'ask.cuff': 'The band around your arm grows tight for a moment, and then it loosens.',
  'ask.measure-done': 'That is done. You can rest again.',
  'ask.sound-change': 'The sound changes a little now.',
  'ask.eyes-open': 'You may open your eyes, if you like.',
  'ask.eyes-rest': 'You may rest your eyes again.',
  'ask.water': 'Would you like some water? No answer is needed. A small nod is enough.',
  'ask.breathe-out': 'Let one slow breath go out. And another.',
  'ask.blanket': 'A blanket is coming, to keep you warm.',
  'ask.position': 'Someone will help you to lie more comfortably.',
  'ask.hand': 'There is a hand beside yours, if you would like to take it.',
  'ask.head-still': 'The head may rest, quite still, if that feels better.',
  'ask.finger': 'If you are comfortable, you may move a finger. There is no hurry.',
  'ask.next-device': 'The next nasal spray comes now. Someone will help you with it.',
  'ask.quiet': 'This voice will be quiet now.',
} as const;
