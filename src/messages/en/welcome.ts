/** Three screens at most, when the app is opened for the first time. */
export const welcome = {
  step: (nth: number, of: number) => `${nth} of ${of}`,
  skip: 'Skip',
  goOn: 'Go on',
  lock: 'Lock what is kept here',
  who: {
    title: 'Welcome. What brings you here?',
    look: 'I only want to look around',
  },
  sound: {
    title: 'Can you hear this well?',
    about: 'Listen, and set your device so that it is soft, and easy to follow.',
    voice: 'Hear the voice',
    bell: 'Hear the bell',
    stop: 'Stop',
    failed: 'The sound did not start. Look whether your device is silent, and tap again.',
    closely: 'Check it more closely',
  },
  taste: {
    title: 'A minute, to begin with',
    about: 'A bell, a few words, two slow breaths. Sit as you like; your eyes may close.',
    play: 'Hear the minute',
    again: 'Hear it again',
    stop: 'Stop',
    failed: 'The sound did not start. You can go on all the same, and try again later.',
    after: 'That is all there is to it.',
    goOn: { home: 'To the practices', clinic: 'To the first session' },
  },
};
