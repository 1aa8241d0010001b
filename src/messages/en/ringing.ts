import type { Ring } from '#session/bells.ts';
import { pluralsOf } from '../plurals.ts';
import { shortMinutes } from './counted.ts';

const plural = pluralsOf('en');

const rings: Record<Ring, string> = {
  'as-planned': 'As planned',
  never: 'None',
  every: 'Every few minutes',
  random: 'At random',
  'at-times': 'At set times',
};

const about: Record<Ring, string> = {
  'as-planned': 'Where this session has its own bells.',
  never: 'No bell rings, and no line speaks of one.',
  every: 'Counted from the beginning; making a part longer does not move them.',
  random:
    'One in each stretch of this length, nobody knows where. It rings the same each time this plan is played.',
  'at-times': 'Counted from the beginning, in minutes and seconds.',
};

/** When bells ring, and which. */
export const ringing = {
  title: 'Bells',
  rings,
  about,
  every: 'Every',
  window: 'One in every',
  otherMoments: 'Other moments',
  minutes: shortMinutes,
  strike: 'Struck',
  soft: 'softly',
  full: 'fully',
  start: 'One to begin with',
  end: 'One to end with',
  which: 'Which bell',
  hear: 'Hear it',
  stop: 'Stop',
  silent: 'At “silent” no bell rings.',
  quiet: 'In peak and plateau bells are soft and at least five minutes apart.',

  time: 'Minutes and seconds',
  add: 'Add',
  remove: (clock: string) => `Take away the bell at ${clock}`,
  notATime: 'Write a time such as 12 or 12:30, up to 300 minutes.',
  enoughTimes: 'That is as many as a plan can hold.',

  count: (count: number) => plural(count, { one: 'One bell', other: '# bells' }),
  none: 'No bell',
  row: (count: string, times: string) => `${count}: ${times}`,
  andMore: (count: number) => `and ${count} more`,
};
