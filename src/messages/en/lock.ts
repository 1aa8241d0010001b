/** The lock on all that is kept: the screen before it, and where it is turned on. */
export const lock = {
  screen: {
    passphrase: 'Passphrase',
    show: 'Show',
    hide: 'Hide',
    open: 'Open',
    opening: 'Opening …',
    refusals: {
      'wrong-passphrase':
        'This passphrase does not open it. Nothing has changed; try again, letter by letter.',
      'storage-blocked':
        'What is kept could not be read just now. Nothing has changed. Close other windows of the app and load this page again.',
      'session-runs': 'A session runs in another window, so nothing was deleted. Come back when it is over.',
    },
    forgotten: 'Forgotten it?',
    forgottenAbout:
      'Nobody can find it out or open what is here without it. What you can do is delete everything the app keeps on this device and begin anew; a copy you made can be taken up again after that.',
    wipe: 'Delete everything here',
  },

  cover: {
    pin: 'PIN',
    passphrase: 'Passphrase',
    wrong: 'That was not it. Try again.',
    show: 'Show',
    hide: 'Hide',
    open: 'Open',
  },

  title: 'A lock',
  about:
    'With a lock, all that the app keeps on this device is encrypted, and the app opens only with a passphrase. For a shared or a clinic’s device we suggest it.',
  limits:
    'It protects what lies on the device while the app is closed or locked. It cannot protect from somebody who watches you type, or from a device that is itself spied on. Files you saved from the app are not locked.',
  off: 'There is no lock. Whoever can use this browser can read what is kept here.',
  suggested: 'This is a clinic’s device: we suggest turning the lock on before anything is written.',
  on: 'The lock is on. Everything the app keeps here is encrypted.',
  passphrase: 'A passphrase',
  passphraseAbout:
    'Four or five words that do not belong together are good. Nobody can find it out for you: if it is forgotten, what is here is lost. Make a copy of everything now and then.',
  again: 'The same passphrase once more',
  tooShort: (letters: number) => `At least ${letters} letters, so that it cannot be guessed.`,
  different: 'The two are not the same yet.',
  show: 'Show',
  hide: 'Hide',
  turnOn: 'Turn the lock on',
  turningOn: 'Encrypting and checking everything. Leave this page open …',
  lockNow: 'Lock now',
  now: 'The passphrase as it is now',
  turnOff: 'Turn the lock off',
  turningOff: 'Laying everything open again …',
  change: 'Another passphrase',
  changeTo: 'The new passphrase',
  changeIt: 'Change it',
  changing: 'Changing it …',
  changed: 'The new passphrase opens it from now on, the old one does not.',

  relock: 'Cover it when nobody touches it for',
  relockMinutes: (minutes: number) => (minutes === 0 ? 'never' : `${minutes} min`),
  relockAbout:
    'Sound goes on beneath the cover, and everything is written down. A session or practice that is running is never covered.',
  pin: 'A PIN for the cover',
  pinAbout:
    'Four to eight digits take the cover away; after five wrong ones only the passphrase does. Once the page is closed it is always the passphrase.',
  pinSet: 'There is a PIN.',
  notKept: 'The browser did not keep this: once the page is closed it is as it was before. Try again.',
  setPin: 'Set the PIN',
  removePin: 'Without a PIN',

  wipeTitle: 'Delete everything',
  wipeAbout:
    'All that the app keeps on this device goes: sessions, records, journal, guides, sounds, settings. It cannot be had back, except from a copy you have made.',
  wipe: 'Delete everything here',
  wiping: 'Deleting …',

  problems: {
    'wrong-passphrase': 'This is not the passphrase. Nothing has changed; try again, letter by letter.',
    'storage-full':
      'There is not enough room to do it: for a while everything lies here twice. All is as it was. Make room, then try again.',
    'storage-newer':
      'A newer Undertone has kept things here, and nothing was changed. Load this page again, then try once more.',
    'storage-blocked':
      'The browser did not let it be done. All is as it was. Close other windows of the app and try again.',
    'not-whole':
      'Something that is kept here could not be read, so nothing was changed and nothing deleted. Make a copy of everything first.',
    'session-runs': 'A session runs in another window. Nothing has changed. Come back when it is over.',
  },
};
