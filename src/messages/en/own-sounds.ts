import { minutes as minutesText } from './counted.ts';

/** The place where sounds are brought along. */
export const ownSounds = {
  title: 'Sounds of your own',
  about:
    'Music and nature recordings to lie under a session or a practice, and short ones to ring as a bell. They stay on this device, and each is brought to the same quiet loudness.',
  takeIn: 'Bring sounds along',
  takeInAbout: 'MP3, M4A, Ogg, Opus, WAV or FLAC, up to four hours each. You can also drop files here.',
  none: 'There are none yet. Choose files from this device: each is measured, made as quiet as a bed should be, and kept.',
  list: 'On this device',
  coming: 'On their way',

  steps: {
    waiting: 'waits for its turn',
    measuring: (percent: number) => `measuring, ${percent} %`,
    keeping: 'keeping it',
  },
  cancel: 'Stop',
  cancelOf: (file: string) => `Stop taking in ${file}`,
  dismiss: 'All right',
  dismissOf: (file: string) => `Put away the word about ${file}`,
  refused: (file: string, why: string) => `${file} was not taken in: ${why}`,
  problems: {
    'not-audio': 'it is not a sound file this app can read. MP3, M4A, Ogg, Opus, WAV and FLAC are.',
    damaged: 'it cannot be read to its end; it seems to be damaged.',
    silent: 'there is only silence in it.',
    'too-big': 'it is larger than 1 GB.',
    'too-long': 'it is longer than four hours.',
    'too-short': 'it is shorter than a fifth of a second.',
    'too-many-channels': 'it has more than two channels; a stereo or mono version will do.',
    'odd-rate': 'it has fewer than 8,000 or more than 768,000 samples a second.',
    cancelled: 'it was stopped.',
    'storage-full': 'there is no room left on this device. Nothing of it was kept.',
    'storage-blocked': 'this browser keeps nothing here, as in a private window. Nothing of it was kept.',
    'storage-newer':
      'a newer Undertone has kept things here. Load the page again, then bring it along once more.',
  },
  unreadableHere: (formats: readonly string[]) =>
    `this browser cannot decode it; it can decode ${formats.join(', ')}.`,
  tooLongHere: (minutes: number) => `in this browser a sound may be ${minutesText(minutes)} long at most.`,

  name: 'Name',
  nameOf: (title: string) => `Name of ${title}`,
  kind: 'What it is',
  kinds: { music: 'music', nature: 'nature' },
  kindAbout: { music: 'Steps back 6 dB under the voice', nature: 'Steps back 8 dB under the voice' },
  origin: 'From where, and what may be done with it',
  notes: 'Notes',
  details: 'Details',
  detailsOf: (title: string) => `Details of ${title}`,
  facts: (length: string, loudness: string, size: string) => `${length} · ${loudness} · ${size}`,
  loudness: (lufs: number) => `${lufs < 0 ? '−' : ''}${Math.abs(lufs)} LUFS as brought`,
  megabytes: (value: string) => `${value} MB`,
  bell: 'short enough to be a bell',
  onlyBell: 'a bell; too short to lie under a session',
  hear: 'Hear it',
  hearOf: (title: string) => `Hear ${title}`,
  stop: 'Stop',
  stopOf: (title: string) => `Stop ${title}`,
  notHeard: 'It could not be played just now. It is still kept.',
  remove: 'Delete',
  removeOf: (title: string) => `Delete ${title}`,
  removed: (title: string) => `${title} is deleted.`,
  usedBy: (mixes: readonly string[]) => `It is in the mix ${mixes.join(', ')}, which will play without it.`,
  undo: 'Undo',
  notKept: 'This change could not be kept; it holds until the app is closed.',

  room: (used: string, left: string) =>
    `These sounds take ${used}; the browser has room for about ${left} more.`,
  promised: 'The browser has promised not to clear them by itself.',
  notPromised:
    'The browser may clear them by itself when this device runs full. Installing the app usually earns its promise; keep the files themselves as well.',

  gone: (title: string | undefined) =>
    `${title === undefined ? 'A sound of your own' : `“${title}”`} is not on this device any more, so it will not play.`,
  leaveOut: 'Leave it out',
  leaveOutOf: (title: string | undefined) => `Leave out ${title ?? 'the sound that is gone'}`,
};
