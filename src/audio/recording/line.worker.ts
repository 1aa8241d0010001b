import type { Hertz } from '#session/units.ts';
import { lineFrom, takeOf } from './take.ts';

/** What the page asks for. */
export type LineOrder =
  | { readonly kind: 'take'; readonly samples: Float32Array<ArrayBuffer>; readonly rate: Hertz }
  | { readonly kind: 'read'; readonly file: ArrayBuffer };
/** What comes back, in the same order. */
export type LineAnswer =
  | { readonly kind: 'take'; readonly result: ReturnType<typeof takeOf> }
  | { readonly kind: 'read'; readonly result: ReturnType<typeof lineFrom> };

self.onmessage = ({ data }: MessageEvent<LineOrder>): void => {
  const answer: LineAnswer =
    data.kind === 'take'
      ? { kind: 'take', result: takeOf(data.samples, data.rate) }
      : { kind: 'read', result: lineFrom(data.file) };
  self.postMessage(answer);
};
