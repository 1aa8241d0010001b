interface Event {
  readonly kind: 'set' | 'exponential';
  readonly value: number;
  readonly at: number;
}

/** An AudioParam as the Web Audio specification has it, without `cancelAndHoldAtTime`: that of Firefox and Safari. */
export interface FakeParam {
  readonly param: AudioParam;
  readonly valueAt: (time: number) => number;
  readonly events: readonly Event[];
}

export function createFakeParam(first = 1): FakeParam {
  let events: Event[] = [];
  function insert(event: Event): void {
    const nth = events.findIndex(({ at }) => at > event.at);
    events.splice(nth < 0 ? events.length : nth, 0, event);
  }
  const param = {
    setValueAtTime: (value: number, at: number) => insert({ kind: 'set', value, at }),
    exponentialRampToValueAtTime: (value: number, at: number) => insert({ kind: 'exponential', value, at }),
    cancelScheduledValues: (from: number) => void (events = events.filter(({ at }) => at < from)),
  };

  function valueAt(time: number): number {
    const before = events.findLast(({ at }) => at <= time);
    const next = events.find(({ at }) => at > time);
    const value = before?.value ?? first;
    if (next?.kind !== 'exponential') return value;
    const from = before?.at ?? 0;
    return value * (next.value / value) ** ((time - from) / (next.at - from));
  }
  return {
    param: param as unknown as AudioParam,
    valueAt,
    get events() {
      return events;
    },
  };
}
