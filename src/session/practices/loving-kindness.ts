import { practiceOf } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript } from './script.ts';

/** Good wishes, from somebody dear to everybody. Somebody hard to wish well is offered late, and only where there is time for it. */
export const lovingKindness = practiceOf({
  id: 'loving-kindness',
  title: 'Loving-kindness',
  minutes: { usual: 10, least: 3, most: 20 },
  parts: (choices, lines, ends) => stagedParts(SCRIPT, lines, choices, ends),
});

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
