import { minutes } from './counted.ts';

export const rendition = {
  title: 'For a locked phone',
  about:
    'All of it is made into one recording first. From then on it plays by itself: lock the phone, and put it down.',
  making: 'Making it ready',
  /** Rounded down: what is not there yet is not promised. */
  ready: (done: number, whole: number) => `${Math.floor(done)} of ${minutes(Math.round(whole))}`,
  stay: 'Please leave this page open until it plays.',
  cancel: 'Leave it',
  waits: 'It is ready',
  waitsAbout: 'This browser wants a tap before anything sounds.',
  play: 'Play',
  again: 'Try once more',
  back: 'Back to choosing',
  problems: {
    'not-rendered': {
      happened: () => 'The recording could not be made.',
      works: 'Nothing has begun, and the practice can be played with the screen on.',
      todo: 'Try once more, or go back and press Begin.',
    },
    'too-long-here': {
      happened: (most: number) =>
        `This browser makes large recordings, and a phone may not hold more than ${minutes(most)} of one.`,
      works: 'With the screen on it can be as long as you like.',
      todo: 'Choose a shorter practice, or open the app in a newer browser.',
    },
    'own-streamed': {
      happened: (titles: readonly string[]) =>
        `${titles.map((title) => `“${title}”`).join(', ')} ${titles.length === 1 ? 'is' : 'are'} too long to come along in a recording.`,
      works: 'Sounds of yours up to a minute can come along, and all that the app makes itself.',
      todo: 'Go back and choose another sound, or press Begin and leave the screen on.',
    },
  },

  playing: {
    lock: 'You can lock the phone now. It plays on.',
    paused: 'It waits here, as long as you like.',
    stalled: 'The sound stands still. What was practised is kept.',
    left: 'left',
    pause: 'Pause',
    goOn: 'Go on',
  },
};
