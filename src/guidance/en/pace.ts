/**
 * Breathing along with the tone. The tone leads and the person decides.
 * Stages: begin, follow, own (measure), rest-full and rest-empty (only where the pattern rests there), stay, soon, close.
 */

export const pace = {
  'pace.begin-1':
    'You will hear the breath as a tone. It rises for the breath in, and settles for the breath out.',
  'pace.begin-2': 'Breathe along with the tone, as softly as you like.',
  'pace.follow-1': 'As the tone rises, let the air in. As it settles, let it go.',
  'pace.follow-2': 'With the tone, in. With the tone, out.',
  'pace.follow-3': 'Softly is enough. The breath need not be big.',
  'pace.own-1':
    'If the tone does not suit you just now, breathe in your own measure. Join again when you like.',
  'pace.own-2': 'If you feel dizzy, let the tone be, and breathe as you always do.',
  'pace.own-3': 'A breath may be shorter than the tone. That is fine.',
  'pace.rest-full-1': 'When you are full of air, rest there lightly, until the tone goes on.',
  'pace.rest-full-2': 'Rest, full. Then let the air go with the tone.',
  'pace.rest-empty-1': 'When the air is out, rest there a moment, until the tone rises.',
  'pace.rest-empty-2': 'Rest, empty. Then let the air come with the tone.',
  'pace.stay-1': 'Let it become ordinary, like walking.',
  'pace.stay-2': 'Notice how little there is to do, breath by breath.',
  'pace.soon-1': 'The tone will end soon. A few more breaths with it.',
  'pace.close-1': 'Let the tone go. The breath finds its own measure now.',
  'pace.close-2': 'The tone is done. Stay with your own breath as long as you like.',
} as const;
