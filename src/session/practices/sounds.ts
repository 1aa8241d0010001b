import { practiceOf } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript } from './script.ts';

/** Listening: near, far, and to the quiet between. */
export const sounds = practiceOf({
  id: 'sounds',
  title: 'Awareness of sounds',
  minutes: { usual: 10, least: 3, most: 20 },
  parts: (choices, lines, ends) => stagedParts(SCRIPT, lines, choices, ends),
});

const SCRIPT: StagedScript = {
  group: 'listen',
  steps: [
    { phase: 'near', title: 'Near sounds', stages: ['near'] },
    { phase: 'far', title: 'Far sounds', stages: ['far'] },
    { phase: 'change', title: 'Coming and going', stages: ['change', 'name'] },
    { phase: 'between', title: 'The quiet between', stages: ['between'] },
  ],
  anywhere: [['listen', 'wander'], ['listen', 'stay'], ...ANYWHERE],
};
