import { practiceOf } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript, type Step } from './script.ts';
import type { ScriptLine } from './script-line.ts';

/** Five things seen, four felt, three heard, two smelled, one tasted; in a longer one twice. */
export const grounding = practiceOf({
  id: 'grounding',
  title: 'Grounding, five to one',
  minutes: { usual: 5, least: 3, most: 20 },
  parts: (choices, lines, ends) => {
    const steps =
      choices.minutes < TWICE_FROM ? once((all) => all) : [...once(first), AGAIN, ...once(second, 'again')];
    return stagedParts({ ...SCRIPT, steps }, lines, choices, ends);
  },
});

/** From so many minutes on there is time for a second round. */
const TWICE_FROM = 8;
const AGAIN: Step = { phase: 'again', title: 'Once more', stages: ['again'] };

const SENSES = [
  ['see', 'Five things to see'],
  ['touch', 'Four to feel'],
  ['hear', 'Three to hear'],
  ['smell', 'Two to smell'],
  ['taste', 'One to taste'],
] as const;

function once(pick: NonNullable<Step['pick']>, round?: string): Step[] {
  return SENSES.map(([sense, title]) => ({
    phase: round === undefined ? sense : `${sense}-${round}`,
    title,
    stages: [sense],
    pick,
  }));
}

/** Half of a sense's lines are for each round; the first opens one, the second the other. */
function first(lines: readonly ScriptLine[]): ScriptLine[] {
  return lines.filter((_, nth) => nth !== 1 && nth <= lines.length / 2);
}

function second(lines: readonly ScriptLine[]): ScriptLine[] {
  return lines.filter((line) => !first(lines).includes(line));
}

const SCRIPT: Omit<StagedScript, 'steps'> = {
  group: 'sense',
  anywhere: [['sense', 'stay'], ...ANYWHERE],
};
