import { practicePlan } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript } from './script.ts';
import type { Practice } from './shape.ts';

/** Good wishes, from somebody dear to everybody. Somebody hard to wish well is offered late, and only where there is time for it. */
export const lovingKindness: Practice = {
  id: 'loving-kindness',
  title: 'Loving-kindness',
  minutes: { usual: 10, least: 3, most: 20 },
  build: (choices, lines) =>
    practicePlan(lovingKindness, choices, lines, stagedParts(SCRIPT, lines, choices)),
};

const SCRIPT: StagedScript = {
  group: 'kind',
  steps: [
    { phase: 'dear', title: 'Somebody dear', stages: ['dear'] },
    { phase: 'self', title: 'Yourself', stages: ['self'] },
    { phase: 'neutral', title: 'Somebody you hardly know', stages: ['neutral'], from: 6 },
    { phase: 'harder', title: 'Somebody harder, if you like', stages: ['harder'], from: 12 },
    { phase: 'all', title: 'Everybody', stages: ['all'] },
  ],
  anywhere: [['kind', 'wish'], ...ANYWHERE],
};
