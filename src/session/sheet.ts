import type { InferInput, InferOutput } from 'valibot';
import type { sheetSchema } from './sheet-reading.ts';

/** The version of the sheet format that this app writes. */
export const SHEET_VERSION = 1;

/** How deep a session is meant to go: a lower one wants contact, a deeper one quiet. */
export const DEPTHS = ['unknown', 'lower', 'deeper'] as const;
export type Depth = (typeof DEPTHS)[number];

export const EYES = ['as-they-like', 'closed', 'open'] as const;
export type Eyes = (typeof EYES)[number];

/** What is asked before a session, because the sound depends on it. */
export const GATES = ['seizure', 'hearing', 'trauma', 'headphones'] as const;
export type Gate = (typeof GATES)[number];

/** The two lists a clinic goes through: before *Begin*, and before the patient leaves. */
export const LISTS = ['arrival', 'leaving'] as const;
export type ListId = (typeof LISTS)[number];
/** So many items a list may have. */
export const MOST_ITEMS = 40;

/** What was settled with a person before the session: the third document beside plan and log. */
export type Sheet = Readonly<InferOutput<typeof sheetSchema>>;
export type SheetInput = InferInput<typeof sheetSchema>;
export type Checklists = Sheet['checklists'];
export type CheckItem = Checklists['arrival'][number];
