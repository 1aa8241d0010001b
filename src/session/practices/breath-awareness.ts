import { practiceOf } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript } from './script.ts';

/** Attention on the breath as it is. Nothing leads it. */
export const breathAwareness = practiceOf({
  id: 'breath-awareness',
  title: 'Breath awareness',
  minutes: { usual: 10, least: 3, most: 20 },
  parts: (choices, lines, ends) => stagedParts(SCRIPT, lines, choices, ends),
});

const SCRIPT: StagedScript = {
  group: 'aware',
  steps: [
    { phase: 'find', title: 'Finding the breath', stages: ['where'] },
    { phase: 'follow', title: 'One breath at a time', stages: ['how'] },
    { phase: 'count', title: 'Counting, if you like', stages: ['count'], from: 8 },
    { phase: 'widen', title: 'Growing wider', stages: ['widen'] },
  ],
  anywhere: [['aware', 'wander'], ['aware', 'stay'], ['breath', 'along'], ...ANYWHERE],
};
