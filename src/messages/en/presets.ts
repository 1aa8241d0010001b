import { minutes } from './counted.ts';

export const presets = {
  last: {
    title: 'Like the last one',
    what: (route: string, day: string, lasted: number) => `${route}, ${day}, ${minutes(lasted)}`,
    another: 'Another person',
    anotherFor: 'Like the last one, for another person',
    same: 'The same person',
    sameFor: 'Like the last one, for the same person',
    takenAnother: 'Route, lengths, sounds and voice are those of the last one. Nothing of the person is.',
    takenSame:
      'As the last one, with label, wishes, places to avoid and answers. Ask again what may have changed.',
  },
  undo: 'Undo',
};
