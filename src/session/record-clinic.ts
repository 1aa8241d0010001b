import { entriesOf, givenAt, givenEntries, type Entry } from './entries.ts';
import { eventsInForce, type SessionEvent, type SessionLog } from './log.ts';
import type { SessionTime } from './units.ts';

/** What was written first, and what it was corrected to since. The last word counts, the others stay [RE4]. */
export interface Corrected<Value> {
  readonly seq: number;
  /** Where it was written down first. */
  readonly at: SessionTime;
  readonly wallMs: number;
  readonly value: Value;
  /** What was said before, the first first; with when and why it was corrected, where that was told. */
  readonly earlier: readonly {
    readonly value: Value;
    readonly correctedAt: SessionTime;
    readonly why?: string | undefined;
  }[];
}

/** When the medicine was given, or a device started. */
export interface Given {
  /** Undefined for a medicine that is no device. */
  readonly device: 1 | 2 | 3 | undefined;
  readonly givenAt: SessionTime;
}

export interface Measured {
  readonly systolic?: number | undefined;
  readonly diastolic?: number | undefined;
  readonly pulse?: number | undefined;
  readonly spo2?: number | undefined;
  readonly sedation?: number | undefined;
  readonly note?: string | undefined;
}

export interface Noted {
  readonly text: string;
  readonly tag?: string | undefined;
}

/** What was measured, in order; of corrected values the last. */
export function measuredIn(log: SessionLog): Corrected<Measured>[] {
  return entriesOf(log, 'vitals-recorded').map((entry) =>
    corrected(entry, ({ systolic, diastolic, pulse, spo2, sedation, note }) => {
      return { systolic, diastolic, pulse, spo2, sedation, note };
    }),
  );
}

export function notedIn(log: SessionLog): Corrected<Noted>[] {
  return entriesOf(log, 'noted').map((entry) => corrected(entry, ({ text, tag }) => ({ text, tag })));
}

/** Medicine and devices, in order of the times that count; the first is T0. A tap may have come late: then it was corrected. */
export function givenIn(log: SessionLog): Corrected<Given>[] {
  return givenEntries(log).map((entry) =>
    corrected(
      entry,
      (event) => ({ device: entry.device, givenAt: givenAt(event) }),
      (event) => (event.type === 'medicine-corrected' ? event.note : undefined),
    ),
  );
}

/** An entry by what it tells; `why`: what a correction says of its reason. */
function corrected<Type extends SessionEvent['type'], Value>(
  { seq, at, wallMs, says, said }: Entry<Type>,
  valueOf: (event: Entry<Type>['says']) => Value,
  why?: (event: Entry<Type>['says']) => string | undefined,
): Corrected<Value> {
  const earlier = said.map((before, nth) => {
    const next = said[nth + 1] ?? says;
    return { value: valueOf(before), correctedAt: next.at, why: why?.(next) };
  });
  return { seq, at, wallMs, value: valueOf(says), earlier };
}

/** An item of a checklist, as it stood at last. */
export interface Check {
  readonly list: 'arrival' | 'leaving';
  readonly item: string;
  readonly checked: boolean;
  readonly at: SessionTime;
}

/** What was checked, and what was done although something stood against it. */
export interface Checks {
  readonly items: readonly Check[];
  readonly begunDespite: readonly {
    readonly items: readonly string[];
    readonly rules: readonly string[];
    readonly reason: string;
  }[];
  /** When the patient left, and what stood against it. */
  readonly left:
    | { readonly at: SessionTime; readonly despite: readonly string[]; readonly reason?: string | undefined }
    | undefined;
  /** Rules the clinic has switched off. */
  readonly waived: readonly string[];
}

export function checksIn(log: SessionLog): Checks {
  const inForce = eventsInForce(log);
  const items = new Map<string, Check>();
  for (const { list, item, checked, at } of of(inForce, 'item-checked'))
    items.set(`${list}/${item}`, { list, item, checked, at });
  const left = of(inForce, 'left').at(-1);
  return {
    items: [...items.values()],
    begunDespite: of(inForce, 'begun-despite').map(({ items: open, rules, reason }) => {
      return { items: open, rules, reason };
    }),
    left: left === undefined ? undefined : { at: left.at, despite: left.despite, reason: left.reason },
    waived: [...new Set(of(inForce, 'rule-waived').map(({ rule }) => rule))],
  };
}

function of<Type extends SessionEvent['type']>(log: SessionLog, type: Type) {
  return log.filter((event): event is SessionEvent & { readonly type: Type } => event.type === type);
}
