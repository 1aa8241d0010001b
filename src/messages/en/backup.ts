import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

/** Everything on a device as one file, and back. */
export const backup = {
  title: 'A copy of everything',
  about:
    'One file with all that is kept here: sessions and their records, journal, guides, sounds and settings. It is closed with a passphrase, and can be taken up again here or on another device.',

  make: 'Make the file',
  making: 'Putting everything together …',
  made: (name: string) =>
    `${name} is with your downloads. Keep it somewhere other than this device, and the passphrase somewhere other than the file.`,
  passphrase: 'A passphrase for the file',
  passphraseAbout:
    'Four or five words that do not belong together are good. Without it nobody can open the file, and nobody can find it out for you.',
  again: 'The same passphrase once more',
  tooShort: (letters: number) => `At least ${letters} letters, so that it cannot be guessed.`,
  different: 'The two are not the same yet.',
  show: 'Show',
  hide: 'Hide',

  take: 'Take up a copy',
  takeAbout: 'The file is read and checked first. Nothing here changes until you say so.',
  choose: 'Choose the file',
  chosen: (name: string) => `${name} · choose another`,
  itsPassphrase: 'Its passphrase',
  open: 'Open the file',
  opening: 'Reading and checking the file …',

  holds: (day: string, what: readonly string[]) =>
    `It was made on ${day} and is whole. ${what.length === 0 ? 'There are settings in it.' : `In it: ${what.join(', ')}, and the settings.`}`,
  sessions: (count: number) => plural(count, { one: '# session', other: '# sessions' }),
  pages: (count: number) => plural(count, { one: '# journal page', other: '# journal pages' }),
  guides: (count: number) => plural(count, { one: '# guide', other: '# guides' }),
  sounds: (count: number) => plural(count, { one: '# own sound', other: '# own sounds' }),
  replaces:
    'It takes the place of everything that is on this device now; that will be gone. Make a file of what is here first if you may want it again.',
  replace: 'Replace everything here',
  replacing: 'Putting it in place …',
  leave: 'Leave things as they are',
  restored: 'Everything from the file is on this device now.',

  problems: {
    'no-backup':
      'This file is no copy that Undertone made. Nothing here has changed. Choose one that ends in .backup.',
    newer:
      'This file was made by a newer Undertone. Nothing here has changed. Let this app update, then open it again.',
    'wrong-passphrase':
      'The passphrase does not open this file. Nothing here has changed. Try it again, letter by letter; if you are sure of it, the beginning of the file is damaged.',
    damaged:
      'Part of this file is damaged or missing, so none of it was taken. Nothing here has changed. Fetch the file again from where you keep it, or take an older one.',
    'storage-full':
      'There is not enough room on this device. Everything here is as it was. Make room, then try again.',
    'storage-newer':
      'A newer Undertone has kept things here, and nothing was changed. Load this page again, then try once more.',
    'storage-blocked':
      'This browser keeps nothing here, as in a private window. Nothing has changed. Open the app in an ordinary window.',
    unreadable:
      'Something on this device could not be read. Nothing has changed. Close other windows of the app, load this page again and try once more.',
    'session-runs': 'A session runs in another window. Nothing here has changed. Come back when it is over.',
  },
};
