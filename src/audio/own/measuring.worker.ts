import type { Result } from '#session/units.ts';
import type { Measured, Unreadable } from './measured.ts';
import { measureFile } from './reading.ts';

/** What comes back to the page. */
export type MeasuringNews =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: Result<Measured, Unreadable> };

/** Reads files away from the page: a minute of decoding would otherwise freeze it. */
self.onmessage = async ({ data }: MessageEvent<Blob>): Promise<void> => {
  const tell = (news: MeasuringNews) => self.postMessage(news);
  tell({ kind: 'done', result: await measureFile(data, (share) => tell({ kind: 'progress', share })) });
};
