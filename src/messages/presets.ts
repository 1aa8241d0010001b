import { chapter } from './chapter.ts';
import { presets } from './en/presets.ts';

/** What a session can be begun from: the last one, and what a clinic has settled under names. */
export const presetTexts = chapter({ en: presets });
