import { chapter } from './chapter.ts';
import { device } from './en/device.ts';

/** What this device is used for. */
export const deviceTexts = chapter({ en: device });
