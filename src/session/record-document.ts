import type { ChainState, Kept } from './chain.ts';
import { timelineData } from './print.ts';
import type { SessionRecord } from './record.ts';
import type { Timeline } from './timeline.ts';

export interface RecordParts {
  readonly record: SessionRecord;
  readonly timeline: Timeline;
  readonly guide: { readonly id: string; readonly name?: string | undefined };
  readonly kept: readonly Kept[];
  readonly beginning: unknown;
  readonly chain: ChainState;
  /** When session time 0 was, as ISO 8601 in UTC. */
  readonly began: string;
}

/** A record as one JSON document: plan and log just as they were kept, the chain to check them by, and what follows from them. */
export function recordDocument({
  record,
  timeline,
  guide,
  kept,
  beginning,
  chain,
  began,
}: RecordParts): string {
  const document = {
    format: 'undertone-session',
    version: 2,
    id: record.id,
    began,
    guide: { id: guide.id, name: guide.name },
    plan: record.plan,
    log: kept.map(({ event }) => event),
    chain: { beginning, links: kept.map(({ link }) => link ?? null), state: chain.kind },
    record: followsOf(record),
    timeline: timelineData(timeline),
  };
  return JSON.stringify(document, null, 2);
}

/** What is in plan and log already is not said twice. */
export const SAID_ALREADY = [
  'id',
  'plan',
  'beganMs',
  'acts',
] as const satisfies readonly (keyof SessionRecord)[];

function followsOf(record: SessionRecord): object {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => !SAID_ALREADY.some((said) => said === name)),
  );
}
