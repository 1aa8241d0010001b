import { eventsInForce, type SessionEvent, type SessionLog } from './log.ts';

type Correctable = 'noted' | 'vitals-recorded';
export type EventOf<Type extends SessionEvent['type']> = SessionEvent & { readonly type: Type };

/** Something that was written down once, and perhaps put right afterwards [CK10]. */
export interface Entry<Type extends Correctable> {
  /** The number of the event that a correction names. */
  readonly seq: number;
  /** When it was first written down: corrections do not move it. */
  readonly at: SessionEvent['at'];
  readonly wallMs: number;
  /** What it says now. */
  readonly says: EventOf<Type>;
  /** What it said before, the oldest first. */
  readonly said: readonly EventOf<Type>[];
}

/** The notes or the measurements in force, in the order in which they were first written down. */
export function entriesOf<Type extends Correctable>(log: SessionLog, type: Type): readonly Entry<Type>[] {
  const entries = new Map<number, Entry<Type>>();
  const rootOf = new Map<number, number>();
  for (const event of eventsInForce(log)) {
    if (event.type !== type) continue;
    const says = event as EventOf<Type>;
    const seq = event.corrects === undefined ? event.seq : (rootOf.get(event.corrects) ?? event.seq);
    rootOf.set(event.seq, seq);
    const before = entries.get(seq);
    if (before === undefined) entries.set(seq, { seq, at: event.at, wallMs: event.wallMs, says, said: [] });
    else entries.set(seq, { ...before, says, said: [...before.said, before.says] });
  }
  return [...entries.values()];
}
