import { GIVEN, type SessionEvent, type SessionLog } from './log.ts';
import { sessionTimeOf, type SessionTime } from './units.ts';

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
  readonly device: number | undefined;
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

type Of<Type extends SessionEvent['type']> = SessionEvent & { readonly type: Type };

/** Folds events and their corrections: each that corrects none is one of its own, in order. */
function corrected<Event extends SessionEvent, Value>(
  events: readonly Event[],
  {
    corrects,
    valueOf,
    why,
  }: {
    readonly corrects: (event: Event) => number | undefined;
    readonly valueOf: (event: Event) => Value;
    readonly why?: (event: Event) => string | undefined;
  },
): Corrected<Value>[] {
  const all = new Map<number, Corrected<Value>>();
  const rootOf = new Map<number, number>();
  for (const event of events) {
    const { seq, at, wallMs } = event;
    const meant = corrects(event);
    const root = meant === undefined ? undefined : rootOf.get(meant);
    const before = root === undefined ? undefined : all.get(root);
    rootOf.set(seq, before?.seq ?? seq);
    if (before === undefined) {
      if (meant === undefined) all.set(seq, { seq, at, wallMs, value: valueOf(event), earlier: [] });
      continue;
    }
    const earlier = [...before.earlier, { value: before.value, correctedAt: at, why: why?.(event) }];
    all.set(before.seq, { ...before, value: valueOf(event), earlier });
  }
  return [...all.values()];
}

/** What was measured, in order; of corrected values the last. */
export function measuredIn(inForce: SessionLog): Corrected<Measured>[] {
  return corrected(of(inForce, 'vitals-recorded'), {
    corrects: (event) => event.corrects,
    valueOf: ({ systolic, diastolic, pulse, spo2, sedation, note }) => {
      return { systolic, diastolic, pulse, spo2, sedation, note };
    },
  });
}

export function notedIn(inForce: SessionLog): Corrected<Noted>[] {
  return corrected(of(inForce, 'noted'), {
    corrects: (event) => event.corrects,
    valueOf: ({ text, tag }) => ({ text, tag }),
  });
}

/** Medicine and devices, in order of the times that count; the first is T0. A tap may have come late: then it was corrected. */
export function givenIn(inForce: SessionLog): Corrected<Given>[] {
  const first = inForce.find(({ type }) => GIVEN.includes(type));
  const events = inForce.filter(
    (event): event is Of<'medicine-given' | 'device-started' | 'medicine-corrected'> =>
      ['medicine-given', 'device-started', 'medicine-corrected'].includes(event.type),
  );
  const deviceOf = new Map(
    events.flatMap((event) => (event.type === 'device-started' ? [[event.seq, event.device] as const] : [])),
  );
  const meant = (event: (typeof events)[number]) =>
    event.type === 'medicine-corrected' ? (event.corrects ?? first?.seq) : undefined;
  return corrected(events, {
    corrects: meant,
    valueOf: (event) => ({
      device: deviceOf.get(meant(event) ?? event.seq),
      givenAt: event.type === 'medicine-corrected' ? sessionTimeOf(event.givenAt) : event.at,
    }),
    why: (event) => (event.type === 'medicine-corrected' ? event.note : undefined),
  }).sort((one, other) => one.value.givenAt - other.value.givenAt);
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

export function checksIn(inForce: SessionLog): Checks {
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

function of<Type extends SessionEvent['type']>(log: SessionLog, type: Type): Of<Type>[] {
  return log.filter((event): event is Of<Type> => event.type === type);
}
