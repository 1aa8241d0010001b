import { eventsInForce, GIVEN, type SessionEvent, type SessionLog } from './log.ts';
import { sessionTimeOf, type SessionTime } from './units.ts';

type EventOf<Type extends SessionEvent['type']> = SessionEvent & { readonly type: Type };
type Written = 'noted' | 'vitals-recorded';
type AboutGiven = 'medicine-given' | 'device-started' | 'medicine-corrected';

/** Something that was written down once, and perhaps put right afterwards [CK10]. */
export interface Entry<Type extends SessionEvent['type']> {
  /** The number of the event that a correction names. */
  readonly seq: number;
  /** When it was first written down: corrections do not move it. */
  readonly at: SessionTime;
  readonly wallMs: number;
  /** What it says now. */
  readonly says: EventOf<Type>;
  /** What it said before, the oldest first. */
  readonly said: readonly EventOf<Type>[];
}

/** The notes or the measurements in force, in the order in which they were first written down. */
export function entriesOf<Type extends Written>(log: SessionLog, type: Type): readonly Entry<Type>[] {
  const events = log.filter((event): event is EventOf<Type> => event.type === type);
  return folded(log, events, (event: EventOf<Written>) => event.corrects ?? event.seq);
}

/** The medicine, or a device, with when it was really given. */
export interface GivenEntry extends Entry<AboutGiven> {
  /** Undefined for a medicine that is no device. */
  readonly device: 1 | 2 | 3 | undefined;
  readonly givenAt: SessionTime;
}

/** Each start in force, in order of the times that count: the first is T0. A correction without a target is about T0 [CK6]. */
export function givenEntries(log: SessionLog): readonly GivenEntry[] {
  const first = eventsInForce(log).find(({ type }) => GIVEN.includes(type))?.seq;
  const events = log.filter(
    (event): event is EventOf<AboutGiven> =>
      GIVEN.includes(event.type) || event.type === 'medicine-corrected',
  );
  return folded(log, events, (event) =>
    event.type === 'medicine-corrected' ? (event.corrects ?? first) : event.seq,
  )
    .map((entry) => ({ ...entry, device: deviceOf(entry), givenAt: givenAt(entry.says) }))
    .sort((one, other) => one.givenAt - other.givenAt);
}

/** T0: when the medicine was really given, or the first device started; undefined before, and where it was taken back. */
export function t0Of(log: SessionLog): SessionTime | undefined {
  return givenEntries(log)[0]?.givenAt;
}

function deviceOf({ says, said: [first = says] }: Entry<AboutGiven>): GivenEntry['device'] {
  return first.type === 'device-started' ? first.device : undefined;
}

/** When an event says that it was given: where it was tapped, or where a correction puts it. */
export function givenAt(event: EventOf<AboutGiven>): SessionTime {
  return event.type === 'medicine-corrected' ? sessionTimeOf(event.givenAt) : event.at;
}

/**
 * The one way in which corrections are read: what is in force of each entry, the last word counting. `about`: the number of
 * the event that one is about, its own where it corrects none. What is about an entry that was taken back goes with it; a
 * correction that was taken back still leads to its entry.
 */
function folded<Type extends SessionEvent['type']>(
  log: SessionLog,
  events: readonly EventOf<Type>[],
  about: (event: EventOf<Type>) => number | undefined,
): Entry<Type>[] {
  const inForce = new Set(eventsInForce(log).map(({ seq }) => seq));
  const rootOf = new Map<number | undefined, number>();
  const entries = new Map<number, Entry<Type>>();
  for (const says of events) {
    const { seq, at, wallMs } = says;
    const root = about(says) === seq ? seq : rootOf.get(about(says));
    if (root === undefined) continue;
    rootOf.set(seq, root);
    if (!inForce.has(seq)) continue;
    const before = entries.get(root);
    if (before !== undefined) entries.set(root, { ...before, says, said: [...before.said, before.says] });
    else if (root === seq) entries.set(root, { seq, at, wallMs, says, said: [] });
  }
  return [...entries.values()];
}
