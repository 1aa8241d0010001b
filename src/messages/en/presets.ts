import type { PresetProblem } from '#session/preset.ts';
import { minutes } from './counted.ts';

const problems: Record<PresetProblem, string> = {
  'no-name': 'Give it a name first.',
  taken: 'Another preset has this name; choose a different one, or replace that preset.',
  'too-many': 'As many presets as fit are kept. Delete one to make room.',
};

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
  sheet: {
    title: 'The sheet',
    takenBack: (when: string) => `The sheet is as it was left on ${when}.`,
    offered: (when: string, route: string) =>
      `A sheet from ${when}, ${route}, was never begun. It may be another person’s.`,
    take: 'Take it up',
    discard: 'Delete it',
    notKept: 'The device does not keep this sheet; it holds until the page is closed.',
    next: 'Empty it for somebody else',
    emptied: 'The sheet is empty. What the clinic has set stays.',
  },
  listsLate: 'The lists of this clinic could not be read yet. These are the ones the app comes with.',

  title: 'Presets',
  none: 'Route, lengths, sounds and talk, kept under a name for next time.',
  use: (name: string) => `Set up as ${name}`,
  taken: (name: string) => `Set up as ${name}. Nothing of the person is changed.`,
  change: 'Keep or change',
  book: {
    title: 'Presets of this clinic',
    about: 'Route, lengths, sounds, voice, talk and depth under a name. Nothing of a person is kept in one.',
    name: 'A name for what is set now',
    keep: 'Keep what is set now',
    what: (route: string, talk: string, lasts: number) => `${route}, ${talk}, ${minutes(lasts)}`,
    setNow: 'set now',
    rename: 'Rename',
    renameOf: (name: string) => `Rename ${name}`,
    newName: (name: string) => `A new name for ${name}`,
    save: 'Save the name',
    cancel: 'Leave it',
    replace: 'Replace',
    replaceOf: (name: string) => `Replace ${name} with what is set now`,
    remove: 'Delete',
    removeOf: (name: string) => `Delete ${name}`,
    done: {
      renamed: (name: string) => `${name} has a new name.`,
      replaced: (name: string) => `${name} is replaced with what is set now.`,
      deleted: (name: string) => `${name} is deleted.`,
    },
    notKept: 'The device did not keep this; it holds until the page is closed.',
  },
  problems,
  guideGone: (name: string) =>
    `The voice ${name} is not on this device any more. Whoever was chosen before says the lines.`,
  soundsGone: (titles: readonly string[]) =>
    `Left out, because not on this device any more: ${titles.join(', ')}.`,
  soundGone: 'a sound of your own',
  undo: 'Undo',
};
