import { breath, lozenge } from './en/breath.ts';
import { onset } from './en/onset.ts';
import { check, intention, welcome } from './en/preparation.ts';
import { reentry, rest } from './en/return.ts';
import { scan } from './en/scan.ts';
import { anchor, ask, ground } from './en/support.ts';
import type { LineGroup } from './groups.ts';

/** Every line of a session in English: the one source for captions, transcript and clips. */
export const linesEn = {
  ...welcome,
  ...intention,
  ...breath,
  ...lozenge,
  ...scan,
  ...onset,
  ...anchor,
  ...ground,
  ...ask,
  ...reentry,
  ...rest,
  ...check,
} as const satisfies Record<`${LineGroup}.${string}`, string>;
