import { practicePlan } from './parts.ts';
import { ANYWHERE, stagedParts, type StagedScript } from './script.ts';
import type { Practice } from './shape.ts';

/** Listening: near, far, and to the quiet between. */
export const sounds: Practice = {
  id: 'sounds',
  title: 'Awareness of sounds',
  minutes: { usual: 10, least: 3, most: 20 },
  build: (choices, lines) => practicePlan(sounds, choices, lines, stagedParts(SCRIPT, lines, choices)),
};

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
