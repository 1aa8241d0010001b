import type { CrisisText } from '#session/crisis-text.ts';
import type { Mood } from '#session/journal-page.ts';
import type { AfterWindow, QuestionId } from '#session/windows.ts';
import { pluralsOf } from '../plurals.ts';
import { calledNumbers } from './called-numbers.ts';
import { minutes, seconds } from './counted.ts';

const plural = pluralsOf('en');

const moods: Record<Mood, string> = {
  heavy: 'heavy',
  tender: 'tender',
  even: 'even',
  light: 'light',
  open: 'open',
};

/** What may be asked above a page. None of them wants a certain answer. */
const questions: Record<QuestionId, string> = {
  stays: 'What stays with you?',
  back: 'What was there first when you came back into the room?',
  'still-felt': 'Where in your body is it still to be felt?',
  'to-keep': 'Is there a picture, a sound or a sentence you want to keep?',
  'no-words': 'What has no words yet?',
  easy: 'What was easy, and what was not?',

  clear: 'What looks clearer from here?',
  returns: 'What comes back by itself?',
  different: 'What do you see a little differently than last week?',
  'more-less': 'What would you like more of just now, and what less?',
  small: 'Is there something small you feel like doing?',
  tell: 'Whom would you like to tell, and what?',

  'in-days': 'Where in your days do you meet it again?',
  kept: 'What have you kept, and what has gone its way?',
  tried: 'What have you tried since, and how was it?',
  others: 'How is it between you and the people around you?',
  'next-time': 'What would you like to speak about next time?',
  'not-forget': 'What would you not like to forget?',

  now: 'How is it, just now?',
  noticed: 'What did you notice today?',
  good: 'What was good today, however small?',
  quiet: 'Where was there a little quiet?',
  carry: 'What may stay here, so that you need not carry it?',
  body: 'What does your body say this evening?',
};

const windows: Record<AfterWindow, string> = {
  'first-days': 'The first two days after your session',
  strongest: 'The third day after your session',
  'two-weeks': 'The two weeks after your session',
};

/** For a bad hour. It knows no country: the number is the person's own. */
const crisis: CrisisText = {
  text: 'You do not have to be alone with this. If you or somebody else may be in danger, call your local emergency number now. At any other time, call somebody you trust, or whoever is with you in your sessions.',
  numbers: [],
};

/** Why nothing was spoken onto the page. */
const recording: Readonly<Record<string, string>> = {
  refused:
    'The microphone was not allowed. Allow it for this page in the browser’s settings, then press again. Writing works.',
  missing: 'No microphone was found. Connect one, then press again. Writing works.',
  busy: 'The microphone is in use elsewhere. Close the other app, then press again. Writing works.',
  'nothing-heard': 'Nothing was heard, so nothing was kept. Come nearer and press again.',
  'not-worked-on': 'The recording could not be kept. All else on the page is there; try once more.',
};

/** The place where a person writes and speaks for themselves. */
export const journal = {
  title: 'Journal',
  about: (weekday: string) => `${weekday}. What you write or say here stays on this device.`,
  windows,
  questions,
  another: 'Another question',
  moods,
  mood: 'How it is now',
  noMood: 'Leave it open',
  moodOf: (mood: string) => `it was ${mood}`,
  text: 'Your words',
  hint: 'A few words are enough.',
  states: {
    blank: 'Kept as you write, on this device.',
    keeping: 'Keeping it',
    kept: 'Kept on this device.',
    gone: 'This page was deleted in another window and is on the device no more. What is still to be read here is kept only if you want it.',
    'not-kept':
      'The browser did not let the last change be kept. It is there until you close the app. Make room on the device, then try again.',
  },
  tryAgain: 'Try again',
  keepAnew: 'Keep the words as a new page',
  newPage: 'Begin another page',

  speak: 'Speak it',
  speakMore: 'Speak some more',
  stop: 'Stop',
  opening: 'Opening the microphone',
  listening: (left: number) =>
    left > 59 ? `Listening. ${minutes(Math.floor(left / 60))} left` : `Listening. ${seconds(left)} left`,
  keepingSound: 'Keeping what you said',
  recording,
  fullOfNotes: 'Twelve spoken notes are on this page. Another page has room for more.',
  spoken: (length: string) => `Spoken, ${length}`,
  hear: (length: string) => `Hear what was spoken, ${length}`,
  hearStop: (length: string) => `Stop what was spoken, ${length}`,
  notHeard: 'The sound did not start. Close other apps that play sound, then try again.',
  saveSpoken: 'Save as a file',
  removeSpoken: 'Delete',
  removeSpokenOf: (length: string) => `Delete what was spoken, ${length}`,
  spokenRemoved: 'What was spoken is deleted.',

  intention: 'What you came with',
  session: (title: string, day: string) => `The record of ${title.toLowerCase()}, ${day}`,

  search: 'Search',
  searchHint: 'a word, a mood, a day',
  found: (count: number) => plural(count, { one: 'One page', other: '# pages' }),
  notFound: 'On no page. Take a word away, or try another.',
  pages: 'Pages',
  empty: 'Nothing is written yet. Today’s page is above; one word is enough to begin.',
  emptyMonth: 'No page in this month.',
  more: (count: number) => `Show ${plural(count, { one: 'one more', other: '# more' })}`,
  earlier: 'Earlier month',
  later: 'Later month',
  dayWithPages: (day: string, count: number) =>
    `${day}, ${plural(count, { one: 'one page', other: '# pages' })}`,
  wholeMonth: 'The whole month',
  all: 'All pages',
  open: (day: string) => `Open the page of ${day}`,
  spokenOnly: 'spoken',
  gone: 'This page is not on this device any more. The others are in the journal.',
  unreadable: (count: number) =>
    plural(count, {
      one: 'One more page was written with a newer Undertone and is left as it is. Update this one to read it.',
      other:
        '# more pages were written with a newer Undertone and are left as they are. Update this one to read them.',
    }),

  remove: 'Delete this page',
  removed: 'The page is deleted.',
  undo: 'Undo',
  problems: {
    'not-deleted': 'The browser did not let it be deleted. It is still here; try again.',
    'not-put-back': 'The browser did not let the page be put back. Press Undo again.',
  },

  keep: 'Yours to keep',
  keepAbout: 'Nothing leaves this device unless you take it along.',
  take: {
    markdown: 'To read (Markdown)',
    json: 'For other programs (JSON)',
    zip: 'With all that was spoken (zip)',
  },
  removeAll: 'Delete the whole journal',
  removeAllAbout: 'hold; it cannot be had back',
  allRemoved: 'The whole journal is deleted.',
  light: 'Light',
  lights: { device: 'as the device', day: 'day', night: 'night' },

  crisis: {
    title: 'If it becomes too much',
    shipped: crisis,
    edit: 'Change these words',
    words: 'The words',
    calling: calledNumbers,
    keep: 'Keep these words',
    shippedAgain: 'The words that came with the app',
    incomplete: 'It needs a few words, and for each number who answers it and two digits or more.',
    notKept:
      'The browser did not let these words be kept. They are shown until you close the app. Make room on the device, then keep them again.',
  },
};
