/**
 * How a long body scan begins and ends, and what makes it one of its kinds: `choice` for whoever would rather
 * stay near the door, `night` for bed time, `return` for the way back. No line here names a place, but for the eyes.
 */

export const bodyBegin = {
  'body.begin-1': 'Let yourself arrive. We will go slowly, from place to place.',
  'body.begin-2': 'Find a way to sit or to lie that you like. You can change it at any time.',
  'body.begin-3': 'For a while there is nothing to do but notice. We begin where you are.',
} as const;

export const bodyClose = {
  'body.close-1': 'Let it all settle now. There is nothing to add.',
  'body.close-2': 'We have come to the end of the way. For a moment, rest with how it is now.',
  'body.close-3': 'Little by little, come back to the room. Move when you feel like moving.',
} as const;

export const bodyChoice = {
  'body.choice-1': 'You choose. Whatever does not suit you, let it go by.',
  'body.choice-2': 'Feeling nothing is fine too. There is nothing to find.',
  'body.choice-3': 'You may pass over any part. It does not need a reason.',
  'body.choice-4': 'You can move whenever you like, in any way you like.',
  'body.choice-5': 'Your eyes may be open, now and the whole time.',
  'body.choice-6': 'You may stop at any moment, and begin again another day.',
  'body.choice-7': 'If it is a lot, look around, and rest with one thing you see.',
  'body.choice-8': 'If a place is not for today, rest with the sounds instead.',
} as const;

export const bodyNight = {
  'body.night-1': 'Heavier now, and slower.',
  'body.night-2': 'There is nothing left to do today.',
  'body.night-3': 'You may sleep before the end. Nothing will be missed.',
  'body.night-4': 'The day is over. It needs nothing more from you.',
  'body.night-5': 'Let the bed carry it, all of it.',
  'body.night-6': 'Each place that is done may go to sleep.',
  'body.night-7': 'Let the night be soft and wide.',
  'body.night-8': 'If you stop hearing this voice, that is fine. It needs no listener.',
  'body.night-9': 'No need to follow every word. Drift as you like.',
} as const;

export const bodyReturn = {
  'body.return-1': 'The way back begins. Slowly.',
  'body.return-2': 'You are resting here, on something solid.',
  'body.return-3': 'You are coming back, a little at a time.',
  'body.return-4': 'This is the room. This is today.',
  'body.return-5': 'You are here. You can take your time.',
  'body.return-6': 'A small movement, if you like. There is no hurry.',
  'body.return-7': 'The sounds of the room are here, as before.',
  'body.return-8': 'A little more awake, and still at rest.',
} as const;
