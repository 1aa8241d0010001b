/**
 * Breath awareness. Nothing leads the breath: it is noticed, wherever and however it is.
 * Stages: begin, where (it is felt), how (it is), count (if wished), wander, widen, stay, close.
 */

export const aware = {
  'aware.begin-1': 'Let yourself settle. For a while, the breath is all there is to notice.',
  'aware.begin-2': 'You do not need to breathe in any special way. The breath is already going on.',
  'aware.where-1': 'Find out where the breath is easiest to feel. It may be a small place.',
  'aware.where-2': 'Once you have found a place, stay there. The breath will come to you.',
  'aware.where-3': 'Perhaps it is at the nose, where the air is cool.',
  'aware.where-4': 'Perhaps it is the rise and the settling of the belly.',
  'aware.where-5': 'Perhaps it is somewhere else. Any place is a good place.',
  'aware.how-1': 'Notice how this breath begins, and how it ends.',
  'aware.how-2': 'It may be long or short. You do not need to change it.',
  'aware.how-3': 'Follow one breath all the way, like a wave to the shore.',
  'aware.how-4': 'There is a small turn, where the breath in becomes the breath out.',
  'aware.how-5': 'No breath is quite like the one before. Notice this one.',
  'aware.how-6': 'It may be rough or smooth, small or full. All of it is breathing.',
  'aware.count-1': 'If you like, count the breaths out. One, and so on to ten. Then begin again at one.',
  'aware.count-2': 'If the count goes astray, begin again at one. That happens to everybody.',
  'aware.count-3': 'You might say it softly inside. In, as it comes. Out, as it goes.',
  'aware.count-4': 'If counting is in the way, let the numbers go.',
  'aware.wander-1': 'Notice where the mind is now. Then come back, for just one breath.',
  'aware.wander-2': 'Coming back is the practice. It does not matter how often.',
  'aware.wander-3': 'Each time you notice that you were away, you are already back.',
  'aware.widen-1': 'Now let your attention grow wider. The breath, and everything around it.',
  'aware.widen-2': 'The breath can be in the middle, with sounds and feelings all around.',
  'aware.widen-3': 'There is the breath. And there is the quiet it moves in.',
  'aware.stay-1': 'One breath, and then one more.',
  'aware.stay-2': 'This breath is enough.',
  'aware.stay-3': 'Let the breath breathe. You are only listening.',
  'aware.stay-4': 'In, and out, and in its own time.',
  'aware.stay-5': 'Stay near the breath, as you would sit beside a stream.',
  'aware.close-1': 'Let go of any counting or following. Let the breath do the rest.',
  'aware.close-2': 'The breath goes with you from here. You can find it again at any time.',
} as const;
