/** Sounds, levels and the sound check on the start screen. */
export const sounds = {
  bed: 'The sound underneath',
  bell: 'The bell',
  levels: 'Levels',

  beats: 'Beats',
  beatsAbout: 'A slow pulsing tone under the bed. Some people find these pleasant.',
  carrier: 'Tone',
  hertz: (value: number) => `${value} Hz`,
  seizure: 'Has this person ever had a seizure?',
  headphones: 'Does this person wear headphones?',
  answers: { no: 'No', yes: 'Yes', unknown: 'Not asked' },
  gates: {
    'ask-seizure': 'Ask about seizures first; until then beats stay off.',
    seizure: 'Beats stay off for anyone who has had a seizure. Everything else plays as usual.',
    'ask-headphones': 'Binaural beats need headphones; the other two do not.',
    headphones: 'Binaural beats need headphones; the other two do not.',
    'ask-check': 'Binaural beats need a sound check on headphones; the other two do not.',
    'check-failed':
      'In the sound check left and right were not heard as they should be, so binaural beats stay off. The other two play as usual.',
  },

  check: 'Sound check',
  checks: {
    left: 'Left ear',
    right: 'Right ear',
    voice: 'Voice',
    bell: 'Bell',
    bed: 'Bed',
  },
  checkFailed:
    'This sound could not be tried out. The session itself is not touched; check that the device is not muted.',
};
