import type { Passage } from '../pacing.ts';
import { passedOver, type ScanVariant } from '../scan.ts';
import { shuffled } from './drawing.ts';
import { ASLEEP, AWAKE, practiceOf } from './parts.ts';
import { stopPassages } from './scan-stops.ts';
import { beginning, ending, ofStage, opened, slower } from './script.ts';
import { withoutNaming, type ScriptLine } from './script-line.ts';
import type { Ends, Part, PracticeChoices } from './shape.ts';

/** From place to place through the body, composed for its length and for the person. */
export const bodyScan = practiceOf({
  id: 'body-scan',
  title: 'Body scan',
  minutes: { usual: 10, least: 3, most: 45 },
  parts: partsOf,
  frame: ({ scan }) => (scan.variant === 'bed-time' ? ASLEEP : AWAKE),
});

function partsOf(choices: PracticeChoices, guide: readonly ScriptLine[], ends: Ends): Part[] {
  const { scan, take } = choices;
  const named = withoutNaming(guide, passedOver(scan));
  // Attention on the breath may stir who was hurt, as that on the trunk may (see scan.ts).
  const lines = scan.variant === 'trauma-aware' ? named.filter(({ ofBreath }) => !ofBreath) : named;
  const stage: Stage = (group, name) => ofStage(lines, group, name);
  const { before, after } = AROUND[scan.variant](stage, take, ends);
  const through = {
    phase: 'scan',
    title: 'Through the body',
    passages: stopPassages(lines, choices, new Set(before.flatMap(idsIn))),
  };
  const parts = [...before, through, ...after];
  return scan.variant === 'bed-time' ? slower(parts) : parts;
}

function idsIn({ passages }: Part): string[] {
  return passages.map(({ line }) => line);
}

type Stage = (group: string, stage: string) => ScriptLine[];
interface Around {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

/** How a scan of each kind begins and ends; how it settles and closes, only where it is to. */
const AROUND: Readonly<Record<ScanVariant, (stage: Stage, take: number, ends: Ends) => Around>> = {
  standard: (stage, take, { opens, closes }) => ({
    before: opens ? [part('settle', beginning(stage('body', 'begin'), take))] : [],
    after: closes ? [part('close', ending(stage('body', 'close'), take))] : [],
  }),
  /** A choice is offered at once, wherever it stands. */
  'trauma-aware': (stage, take, { opens, closes }) => {
    const [choice] = shuffled(stage('body', 'choice'), take, 'choice');
    const offered = choice === undefined ? [] : opened([choice], take);
    const begun = opens ? beginning(stage('body', 'begin'), take) : [];
    return {
      before: [part('settle', [...begun, ...offered])],
      after: closes ? [part('close', ending(stage('body', 'close'), take))] : [],
    };
  },
  /** The lines of coming back stand in the order in which one comes back: the first before any place, the others in the room. */
  're-entry': (stage, take, { closes }) => {
    const back = stage('body', 'return');
    return {
      before: [part('return', opened(back.slice(0, 3), take))],
      after: [
        part('room', opened(back.slice(3), take)),
        ...(closes ? [part('close', opened(stage('body', 'close').slice(-1), take))] : []),
      ],
    };
  },
  'bed-time': (stage, take, { opens, closes }) => ({
    before: opens ? [part('settle', beginning(stage('body', 'begin'), take))] : [],
    after: [
      part('drift', opened(stage('night', 'drift'), take)),
      ...(closes
        ? [part('close', opened(shuffled(stage('night', 'close'), take, 'close').slice(0, 1), take))]
        : []),
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
