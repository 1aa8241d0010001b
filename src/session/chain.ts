import type { SessionEvent } from './log.ts';

/** The fingerprint of a text: SHA-256 in small hexadecimal letters. Passed in, for this room has no cryptography. */
export type Digest = (text: string) => Promise<string>;

/** What ties an event to all that was before it. */
export interface Link {
  /** The hash of the event before; of the first one, that of the session as it was begun. */
  readonly prev: string;
  /** Over `prev` and the event [RE3]. */
  readonly hash: string;
}

/** An event as it was kept. Those of older apps, and of pages without cryptography, have no link. */
export interface Kept {
  readonly event: SessionEvent;
  readonly link?: Link | undefined;
}

/** What became of a chain: whole, never kept, or where it does not fit. */
export type ChainState =
  | { readonly kind: 'whole'; readonly linked: number; readonly unlinked: number }
  | { readonly kind: 'none' }
  /** `nth` counts from 0; `gap`: what stood before is gone or another; `end`: the last events are gone. */
  | { readonly kind: 'broken'; readonly nth: number; readonly why: 'changed' | 'gap' | 'unlinked' | 'end' };

/**
 * One text for one value, whatever order its keys were written in: JSON without spaces, keys sorted, what is undefined
 * left out. The same as RFC 8785 for what plans and logs are made of.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** Where the chain of a session begins: the session as it was begun, its plan and all. */
export function rootOf(session: unknown, digest: Digest): Promise<string> {
  return digest(canonical(session));
}

/** What ties an event to the one whose hash is `prev`. */
export async function linkOf(prev: string, event: SessionEvent, digest: Digest): Promise<Link> {
  return { prev, hash: await digest(`${prev}\n${canonical(event)}`) };
}

/** Links for several events, one after the other. */
export async function chained(prev: string, events: readonly SessionEvent[], digest: Digest) {
  const links: Link[] = [];
  for (const event of events) links.push(await linkOf(links.at(-1)?.hash ?? prev, event, digest));
  return events.map((event, nth) => ({ event, link: links[nth] }) satisfies Kept);
}
