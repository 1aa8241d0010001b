/** The groups of lines of a session, in the order a session meets them; the first half of every line id. */
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

/** The groups of lines that practices are composed of. */
export const practiceGroups = ['body', 'aware', 'kind', 'sense', 'listen', 'night', 'pace'] as const;

export type LineGroup = (typeof lineGroups)[number];
export type PracticeGroup = (typeof practiceGroups)[number];
