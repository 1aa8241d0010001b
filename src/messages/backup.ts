import { chapter } from './chapter.ts';
import { backup } from './en/backup.ts';

/** Everything on a device as one file, and back. */
export const backupTexts = chapter({ en: backup });
