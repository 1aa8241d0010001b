import encodeQR from 'qr';

/** The light that a code needs around it to be found, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a code that cameras read: rows of modules, true where it is dark. Still read with a seventh of it hidden. */
export function codeOf(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
}
