/** The groups of lines, in the order a session meets them; the first half of every line id. */
export const lineGroups = [
  'check',
  'welcome',
  'intention',
  'breath',
  'scan',
  'onset',
  'anchor',
  'ground',
  'ask',
  'reentry',
  'rest',
] as const;

export type LineGroup = (typeof lineGroups)[number];
