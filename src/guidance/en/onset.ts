/** From the medicine to the quiet middle. Says what may be noticed, and never what must be. */

export const onset = {
  'onset.given': 'The medicine has been given. There is nothing more for you to do.',
  'onset.settle': 'Something is under you. It can take your weight.',
  'onset.sound-carry': 'You can let the sound carry you. It goes on by itself.',
  'onset.first-signs': 'The first changes may be small. Warmth, lightness, or sounds that seem further away.',
  'onset.own-time': 'It may come soon, or it may take a while. Both are fine.',
  'onset.let-come': 'Let it come as it comes. There is nothing to push, and nothing to keep away.',
  'onset.distance': 'Things may seem distant. Distance is fine. The sound stays near.',
  'onset.time': 'Time may feel longer or shorter than usual. Someone else is watching the clock.',
  'onset.body': 'The body may feel heavy, or light, or hard to notice. Any of these is fine.',
  'onset.company': 'Someone is here with you, and stays with you.',
  'onset.images': 'There may be colours or pictures, or only quiet. You do not have to make sense of them.',
  'onset.feelings': 'If a feeling comes, there is room for it. It may stay a while, and it may move on.',
  'onset.later': 'Nothing has to be understood just now. There is time for that later.',
  'onset.bell': 'When you hear the bell, you can rest in its sound until it is gone.',
  'onset.breath': 'The breath takes care of itself.',
  'onset.resting': 'If you notice that you are working at it, you may stop working. Resting is enough.',
  'onset.voice-less':
    'This voice grows quiet now. The sound stays with you, and so does the person beside you.',
  'onset.practice': 'In a session, this is when the medicine begins to be felt. Today there is only sound.',
} as const;
