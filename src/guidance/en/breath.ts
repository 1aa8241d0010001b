/** The breath. No line asks for a breath to be kept in or out: some are spoken after the medicine was given. */

export const breath = {
  'breath.find': 'Notice that you are breathing. It has been going on by itself all along.',
  'breath.where': 'Find the place where you feel it most. The nose, the chest, or the belly.',
  'breath.nose-in': 'In through the nose, softly. And slowly out.',
  'breath.longer-out': 'Let the way out be a little longer than the way in.',
  'breath.no-force': 'There is nothing to force. If this is not comfortable, breathe in your own way.',
  'breath.follow-tone':
    'You will hear a tone that rises and settles. If you like, breathe in as it rises, and out as it settles.',
  'breath.tone-pace': 'If the tone is too slow or too quick, leave it be. Your own pace is fine.',
  'breath.count-4-6': 'If you like counting, count to four on the way in, and to six on the way out.',
  'breath.shoulders': 'With each breath out, the shoulders may soften a little.',
  'breath.belly': 'The belly rises a little. The belly settles. That is all.',
  'breath.wander': 'When the mind wanders, that is what minds do. Come back with the next breath.',
  'breath.by-itself': 'Now let the breath do itself. You do not have to guide it.',
  'breath.cue-fades': 'The breathing tone grows quiet now. The breath goes on without it.',
} as const;

/** While a lozenge is in the mouth: through the nose only, and nothing that wants an answer. */
export const lozenge = {
  'breath.lozenge-rest': 'The lozenge rests in your mouth. You may rest too.',
  'breath.lozenge-nose':
    'Breathe in and out through the nose, in your own time. The mouth stays softly shut.',
  'breath.lozenge-no-answer':
    'No answer is needed now. If you want something, a small movement of the hand is enough.',
  'breath.lozenge-bell': 'A quiet bell will tell you when this time is over. Until then, rest.',
  'breath.lozenge-done':
    'That was the bell. The time with the lozenge is over. Someone will tell you what comes next.',
} as const;
