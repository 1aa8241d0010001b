import { aware } from './en/aware.ts';
import { leftLeg, rightLeg, trunk, upper } from './en/body-regions.ts';
import { bodyBreathe, bodyLetGo, bodyMoveOn, bodyNotice, bodyStay } from './en/body-stages.ts';
import { bodyBegin, bodyChoice, bodyClose, bodyNight, bodyReturn } from './en/body-ways.ts';
import { kind } from './en/kind.ts';
import { listen } from './en/listen.ts';
import { night } from './en/night.ts';
import { pace } from './en/pace.ts';
import { sense } from './en/sense.ts';
import type { PracticeGroup } from './groups.ts';

/** Every line that practices are composed of, in English. */
export const practiceLinesEn = {
  ...bodyBegin,
  ...leftLeg,
  ...rightLeg,
  ...trunk,
  ...upper,
  ...bodyNotice,
  ...bodyBreathe,
  ...bodyLetGo,
  ...bodyMoveOn,
  ...bodyStay,
  ...bodyChoice,
  ...bodyNight,
  ...bodyReturn,
  ...bodyClose,
  ...aware,
  ...kind,
  ...sense,
  ...listen,
  ...night,
  ...pace,
} as const satisfies Record<`${PracticeGroup}.${string}-${number}`, string>;
