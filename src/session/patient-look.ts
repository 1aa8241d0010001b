import { isCardUp } from './emergency-card.ts';
import type { SessionLog } from './log.ts';
import type { Eyes } from './sheet.ts';

export const SHOWN = ['breath', 'body', 'dark'] as const;
/** What the patient's eyes are given. */
export type Shown = (typeof SHOWN)[number];

export const DIMNESS = ['faint', 'low', 'clear'] as const;
export type Dimness = (typeof DIMNESS)[number];

/** How the patient's view looks. */
export interface Look {
  readonly shows: Shown;
  readonly captions: boolean;
  readonly dim: Dimness;
  /** Nothing swells: where a history of seizures is set [PV5]. */
  readonly still: boolean;
}

export const FIRST_LOOK: Look = { shows: 'breath', captions: false, dim: 'low', still: false };

/** Eyes that are to be closed are given the dark, until somebody chooses what is shown in this session [PV6]. */
export function lookFor(look: Look, eyes: Eyes | undefined, chosen: boolean): Look {
  return eyes === 'closed' && !chosen ? { ...look, shows: 'dark' } : look;
}

/** What a second window is given: while the emergency card is up there is nothing for a patient to look at [PV12]. */
export function lookBeside(look: Look, log: SessionLog): Look {
  return isCardUp(log) ? { ...look, shows: 'dark', captions: false } : look;
}
