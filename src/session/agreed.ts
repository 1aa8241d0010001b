import type { KeptAnchor } from './anchor-reading.ts';

/** Whether somebody has noted that who speaks agrees: without that a line is not played [V4]. */
export function mayBePlayed({ consentMs }: Pick<KeptAnchor, 'consentMs'>): boolean {
  return consentMs !== undefined;
}
