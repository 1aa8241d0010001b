/** What the patient sees, on this screen. */
export const patient = {
  open: 'Patient view',
  title: 'Patient view',
  about: 'Calm and dim, with nothing to press. What you change here changes there at once.',
  shows: 'What is shown',
  shown: { breath: 'Breath', body: 'Body', dark: 'Dark' },
  dim: 'Brightness',
  dimness: { faint: 'faint', low: 'low', clear: 'clearer' },
  captions: 'Captions',
  captionsAbout: 'What is being said, to be read',
  still: 'The breath stands still: a history of seizures is set.',
  closed: 'Dark, for the eyes are to stay closed. Choose what is shown, and it is.',
  notKept: 'This choice could not be kept; it holds until the app is closed.',
  here: { name: 'Show it here, locked', about: 'full screen; a touch does nothing but show how to unlock' },

  name: 'Patient view',
  namePhase: (phase: string) => `Patient view, ${phase.toLowerCase()}`,
  told: 'The screen is locked and the session goes on. Touch it or press a key to see how to unlock.',
  how: 'Locked for the patient. To return to the session, hold.',
  unlock: { name: 'Unlock', about: 'hold' },
  emergency: { name: 'Emergency', about: 'hold: fade and card' },
  lost: 'The sound has stopped. A touch brings it back.',
};
