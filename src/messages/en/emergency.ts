import type { CardContent } from '#session/emergency-card.ts';
import { calledNumbers } from './called-numbers.ts';

/** Says what holds everywhere, and no more: what to do is the clinic's to say. */
const shipped: CardContent = {
  title: 'Emergency',
  steps: ['Stay with the person.', 'Call for help in the house.', 'Do what your clinic has agreed on.'],
  numbers: [],
};

/** The card that is on the screen in an emergency, and where a clinic writes its own. */
export const emergency = {
  shipped,
  fading: 'The sound fades out in three seconds.',
  faded: 'The sound is off.',
  steps: 'What to do',
  calling: calledNumbers,
  notOwn: 'This is the text that ships with Undertone. Your clinic writes its own under Clinic.',
  back: { name: 'Back to the session', about: 'the sound stays off' },
  soundBack: { name: 'Sound back', about: 'slowly' },

  title: 'Emergency card',
  about:
    'One tap in a session fades the sound and shows this card. Write it in your clinic’s words, with your clinic’s numbers.',
  inUse: (wording: number, day: string) => `In use: wording ${wording}, kept on ${day}`,
  shippedInUse: 'In use: the text that ships with Undertone. It knows nothing of your clinic.',
  titleField: 'Title',
  step: (nth: number) => `Step ${nth}`,
  addStep: 'Add a step',
  removeStep: (nth: number) => `Take step ${nth} away`,
  remove: 'Take away',
  keep: 'Keep this wording',
  incomplete:
    'A card needs a title, one step at least, and for each number who answers it and two digits or more.',
  kept: 'Kept on this device.',
  notKept: 'It is shown until the app closes, but could not be kept. Free some space, then keep it again.',
  see: 'See it as it will be',
  closeSample: 'Close',
};
