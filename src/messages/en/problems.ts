/** What happened, what still works, what to do. */
export const problems = {
  'no-audio': {
    happened: 'This device did not let the sound start.',
    works: 'Your choices are kept and nothing has begun.',
    todo: 'Close other apps that play sound, then press Begin again.',
  },
  'sounds-missing': {
    happened: 'Some sounds are not on this device yet.',
    works: 'The bed, the bells and the breath play; missing lines are shown as text.',
    todo: 'Connect to the network once before the session to fetch the rest.',
  },
  'own-missing': {
    happened: (titles: readonly string[]) =>
      `${titles.map((title) => `“${title}”`).join(', ')} ${titles.length === 1 ? 'is' : 'are'} not on this device any more, or cannot be played here.`,
    works: 'Nothing has begun; everything else is ready to play.',
    todo: 'Leave it out or bring it along again under Sounds, then press Begin.',
  },
  'storage-full': {
    happened: 'The storage of this device is full.',
    works: 'The session and its sound go on; what happens from here on is not kept if the app closes.',
    todo: 'Free some space, or save the record as a file before you close the app.',
  },
  'storage-blocked': {
    happened: 'This browser does not let Undertone keep anything.',
    works: 'Sessions play, but cannot be taken up again after the app closes.',
    todo: 'Leave private browsing, or allow storage for this page.',
  },
  'storage-newer': {
    happened: 'A newer Undertone has kept things on this device.',
    works: 'Sessions play; what is kept here is left as it is, and nothing is added to it.',
    todo: 'Load the page again to have the newer one, or save the record as a file at the end.',
  },
  'place-missing': {
    happened: 'This page did not load.',
    works: 'All that is kept here is still here.',
    todo: 'Connect to the network and load the page again.',
  },
  'screen-missing': {
    happened: 'The session’s screen did not load.',
    works: 'The sound goes on, and what happened is saved.',
    todo: 'Load the page again; the session can then be continued where it is.',
  },
};
