import ICAL from 'ical.js';
import { dayFrom, type Day } from '#session/calendar.ts';

/** An event as a real parser reads it from a file. */
export interface ParsedEvent {
  readonly uid: string;
  readonly revision: number;
  readonly title: string;
  readonly about: string | null;
  readonly minutes: number;
  /** Minutes since midnight. */
  readonly time: number;
  /** Every day on which it takes place. */
  readonly days: readonly Day[];
  /** All its times are those by the clock on the wall. */
  readonly floating: boolean;
  readonly alarms: readonly { readonly action: string; readonly seconds: number; readonly text: string }[];
}

export function eventsIn(file: string): ParsedEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const times = occurrencesOf(event);
    const [first] = times;
    return {
      uid: event.uid,
      revision: event.sequence,
      title: event.summary,
      about: event.description,
      minutes: event.duration.toSeconds() / 60,
      time: first === undefined ? -1 : first.hour * 60 + first.minute,
      days: times.map(({ year, month, day }) => dayFrom(year, month, day)),
      floating: times.every(({ zone }) => zone === ICAL.Timezone.localTimezone),
      alarms: component.getAllSubcomponents('valarm').map((alarm) => ({
        action: String(alarm.getFirstPropertyValue('action')),
        seconds: (alarm.getFirstPropertyValue('trigger') as unknown as ICAL.Duration).toSeconds(),
        text: String(alarm.getFirstPropertyValue('description')),
      })),
    };
  });
}

function occurrencesOf(event: ICAL.Event): ICAL.Time[] {
  const iterator = event.iterator();
  const times: ICAL.Time[] = [];
  for (let time = iterator.next() as ICAL.Time | undefined; time; time = iterator.next()) times.push(time);
  return times;
}
