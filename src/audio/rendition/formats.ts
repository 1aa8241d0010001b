import type { Seconds } from '#session/units.ts';

/** What a rendition can be written as, the best first: small and exact, small, large. */
export const FORMATS = ['webm', 'mp4', 'wav'] as const;
export type Format = (typeof FORMATS)[number];

/** What a browser is asked whether it can play it. */
export const TYPES: Readonly<Record<Format, string>> = {
  webm: 'audio/webm; codecs="opus"',
  mp4: 'audio/mp4; codecs="mp4a.40.2"',
  wav: 'audio/wav',
};

/** Bits a second. Noise and bells are hard on a codec: at this rate nothing of them is given up that could be heard. */
export const BITRATE: Readonly<Record<Exclude<Format, 'wav'>, number>> = { webm: 128_000, mp4: 160_000 };

/** Two channels of 16 bit at 48 kHz. */
const WAV_BYTES_A_SECOND = 4 * 48_000;
/** A WAV of twenty minutes has 230 MB: more than that and a phone may end the page that holds it. */
export const LONGEST_WAV: Seconds = 20 * 60;

/** How large a rendition of so many seconds will be, in bytes. */
export function sizeOf(format: Format, seconds: Seconds): number {
  return format === 'wav' ? WAV_BYTES_A_SECOND * seconds : (BITRATE[format] / 8) * seconds;
}

/** The formats an element says it can play; "maybe" is yes. WAV is played by all of them. */
export function playable(element: { canPlayType(type: string): string }): readonly Format[] {
  return FORMATS.filter((format) => format === 'wav' || element.canPlayType(TYPES[format]) !== '');
}
