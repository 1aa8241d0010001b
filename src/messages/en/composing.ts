import { LONGEST_NAME, MOST_LASTING, MOST_STRIKES, WHOLE_MINUTES } from '#session/practices/composed.ts';
import type { ComposedProblem, OwnPart } from '#session/practices/composed.ts';
import { minutes } from './counted.ts';
import { practice } from './practice.ts';

const { least, most } = WHOLE_MINUTES;
const AGAIN = ', again';
const named = ({ kind }: Pick<OwnPart, 'kind'>) => (kind === 'bell' ? 'Bell' : practice.lasting(kind));
const long = (part: OwnPart) =>
  part.kind === 'bell' ? 'bell' : `${named(part).toLowerCase()} ${minutes(part.minutes)}`;

function problem(which: ComposedProblem, total: number): string {
  const sentences: Record<ComposedProblem, string> = {
    nothing: 'Add a part that lasts, and it can begin.',
    'too-short': `It needs ${minutes(least)} at least; so far there is ${minutes(total)}.`,
    'too-long': `All together it may last ${minutes(most)}; now it is ${minutes(total)}.`,
    'too-many': `It may have ${MOST_LASTING} parts that last; take one out, or make another longer.`,
    'too-many-strikes': `${MOST_STRIKES} bells in a row are the most; put something between them.`,
  };
  return sentences[which];
}

/** The name of what nobody has called anything: its parts that last, as far as they are different. */
function proposed(parts: readonly OwnPart[]): string {
  const names = parts.filter(({ kind }) => kind !== 'bell').map(named);
  const [first = '', second, third] = names.filter((name, nth) => names.indexOf(name) === nth);
  if (second === undefined) return first;
  const both = `${first}, ${second.toLowerCase()}`;
  if (third === undefined) return both;
  const more = `${both} and more`;
  return more.length <= LONGEST_NAME ? more : `${first} and more`;
}

export const composing = {
  title: 'A practice of your own',
  about: 'What you add comes at the end; a tap on a part sets its length and its place.',
  name: 'Name',
  proposed,
  parts: 'Parts',
  add: 'Add a part',
  part: named,
  long,
  tide: (parts: readonly OwnPart[]) => `In order: ${parts.map(long).join(', ')}`,
  empty: 'Begin with a bell, or with what you would like to do first.',
  minutes: 'Minutes',
  earlier: 'Earlier',
  later: 'Later',
  remove: 'Take out',
  moveEarlier: (name: string) => `${name} earlier`,
  moveLater: (name: string) => `${name} later`,
  removeIt: (name: string) => `Take out ${name}`,
  added: (name: string, place: number, of: number) => `${name} is added, ${place} of ${of}.`,
  moved: (name: string, place: number, of: number) => `${name} is now ${place} of ${of}.`,
  removed: 'One part is taken out.',
  putBack: 'Put it back',
  problem,
  full: `There are ${MOST_LASTING} parts that last; bells can still be added.`,
  keep: 'Keep it',
  kept: 'Kept with your practices',
  notKept: 'This device could not keep it; it holds until the app is closed.',
  copy: 'Make a copy',
  copied: 'This is a copy now; the other stays as it was kept.',
  copyOf: (name: string) => `${name.slice(0, LONGEST_NAME - AGAIN.length)}${AGAIN}`,
  delete: 'Delete it',
  anew: 'Begin another one',
  sound: 'Sound, breath and who speaks',
  count: 'with your parts, in your order',
};
