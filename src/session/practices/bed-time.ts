import { ASLEEP, practiceOf } from './parts.ts';
import { ANYWHERE, slower, stagedParts, type StagedScript } from './script.ts';

/** Winding down: ever slower, and it ends without waking anybody. */
export const bedTime = practiceOf({
  id: 'bed-time',
  title: 'Winding down for the night',
  minutes: { usual: 20, least: 3, most: 20 },
  parts: (choices, lines, ends) => slower(stagedParts(SCRIPT, lines, choices, ends)),
  frame: () => ASLEEP,
});

const SCRIPT: StagedScript = {
  group: 'night',
  steps: [
    { phase: 'day', title: 'Putting the day down', stages: ['day'] },
    { phase: 'thanks', title: 'One good thing', stages: ['thanks'], from: 5 },
    { phase: 'heavy', title: 'Growing heavy', stages: ['heavy'] },
    { phase: 'breath', title: 'The breath at night', stages: ['breath'] },
    { phase: 'drift', title: 'Into the night', stages: ['drift'] },
  ],
  anywhere: [['body', 'night'], ...ANYWHERE],
  oneClose: true,
};
