import type { Passage } from '../pacing.ts';
import { passedOver, type ScanVariant } from '../scan.ts';
import { shuffled } from './drawing.ts';
import { ASLEEP, practicePlan, type Part } from './parts.ts';
import { stopPassages } from './scan-stops.ts';
import { beginning, ending, ofStage, opened, slower } from './script.ts';
import { withoutNaming, type ScriptLine } from './script-line.ts';
import type { Practice, PracticeChoices } from './shape.ts';

/** From place to place through the body, composed for its length and for the person. */
export const bodyScan: Practice = {
  id: 'body-scan',
  title: 'Body scan',
  minutes: { usual: 10, least: 3, most: 45 },
  build,
};

function build(choices: PracticeChoices, guide: readonly ScriptLine[]) {
  const { scan, take } = choices;
  const named = withoutNaming(guide, passedOver(scan));
  // Attention on the breath may stir who was hurt, as that on the trunk may (see scan.ts).
  const lines = scan.variant === 'trauma-aware' ? named.filter(({ ofBreath }) => !ofBreath) : named;
  const { before, after } = ENDS[scan.variant]((group, stage) => ofStage(lines, group, stage), take);
  const through = {
    phase: 'scan',
    title: 'Through the body',
    passages: stopPassages(lines, choices, new Set(before.flatMap(idsIn))),
  };
  const parts = [...before, through, ...after];
  return scan.variant === 'bed-time'
    ? practicePlan(bodyScan, choices, guide, slower(parts), ASLEEP)
    : practicePlan(bodyScan, choices, guide, parts);
}

function idsIn({ passages }: Part): string[] {
  return passages.map(({ line }) => line);
}

type Stage = (group: string, stage: string) => ScriptLine[];
interface Ends {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

/** How a scan of each kind begins and ends. */
const ENDS: Readonly<Record<ScanVariant, (stage: Stage, take: number) => Ends>> = {
  standard: (stage, take) => ({
    before: [part('settle', beginning(stage('body', 'begin'), take))],
    after: [part('close', ending(stage('body', 'close'), take))],
  }),
  'trauma-aware': (stage, take) => {
    const [choice] = shuffled(stage('body', 'choice'), take, 'choice');
    const offered = choice === undefined ? [] : opened([choice], take);
    return {
      before: [part('settle', [...beginning(stage('body', 'begin'), take), ...offered])],
      after: [part('close', ending(stage('body', 'close'), take))],
    };
  },
  /** The lines of coming back stand in the order in which one comes back: the first before any place, the others in the room. */
  're-entry': (stage, take) => {
    const back = stage('body', 'return');
    return {
      before: [part('return', opened(back.slice(0, 3), take))],
      after: [
        part('room', opened(back.slice(3), take)),
        part('close', opened(stage('body', 'close').slice(-1), take)),
      ],
    };
  },
  'bed-time': (stage, take) => ({
    before: [part('settle', beginning(stage('body', 'begin'), take))],
    after: [
      part('drift', opened(stage('night', 'drift'), take)),
      part('close', opened(shuffled(stage('night', 'close'), take, 'close').slice(0, 1), take)),
    ],
  }),
};

const TITLES = {
  settle: 'Settle',
  return: 'Coming back',
  drift: 'Into the night',
  room: 'The room',
  close: 'Close',
};

function part(phase: keyof typeof TITLES, passages: readonly Passage[]): Part {
  return { phase, title: TITLES[phase], passages };
}
