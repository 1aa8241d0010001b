import { preparingTexts } from '#messages/preparing.ts';
import { TOO_EARLY } from '#session/leaving.ts';
import type { SessionEvent, SessionLog } from '#session/log.ts';
import { isRuleId } from '#session/rules/ruling.ts';
import type { Sheet } from '#session/sheet.ts';
import { wallClock } from './figures.ts';
import type { SessionMessages } from './words.ts';

interface Around {
  readonly words: SessionMessages;
  readonly log: SessionLog;
  /** Has the texts of what was checked; without it items are called by their ids. */
  readonly sheet?: Sheet | undefined;
}

/** What was measured, checked and corrected, as a person would say it; undefined for all other events. */
export function clinicWords(event: SessionEvent, { words, log, sheet }: Around): string | undefined {
  const say = words.events;
  switch (event.type) {
    case 'medicine-corrected':
      return corrected(event, { words, log });
    case 'pump-ended':
      return say.pumpEnded;
    case 'vitals-begun':
      return say.vitalsBegun;
    case 'vitals-recorded':
      return (event.corrects === undefined ? say.vitals : say.vitalsAgain)(measured(event, words));
    case 'vitals-ended':
      return say.vitalsEnded;
    case 'item-checked':
      return (event.checked ? say.checked : say.unchecked)(nameOf(event.item, words, sheet));
    case 'begun-despite':
      return say.begunDespite(named([...event.items, ...event.rules], words, sheet), event.reason);
    case 'left':
      return event.despite.length === 0
        ? say.left
        : say.leftDespite(named(event.despite, words, sheet), event.reason ?? '');
    case 'emergency-shown':
      return say.emergencyShown(event.wording);
    case 'emergency-closed':
      return say.emergencyClosed;
    case 'rule-waived':
      return say.ruleWaived(nameOf(event.rule, words, sheet));
    default:
      return undefined;
  }
}

function corrected(event: SessionEvent & { type: 'medicine-corrected' }, { words, log }: Around): string {
  // Medicine does not wait, so the wall clock of another moment follows from that of this one.
  const time = wallClock(event.wallMs + (event.givenAt - event.at) * 1000, words.language);
  const meant = log.find(({ seq }) => seq === event.corrects);
  return meant?.type === 'device-started'
    ? words.events.deviceCorrected(meant.device, time, event.note)
    : words.events.medicineCorrected(time, event.note);
}

/** Each thing that was measured, in words with its unit where it has one. */
export function measured(
  { systolic, diastolic, pulse, spo2, sedation, note }: SessionEvent & { type: 'vitals-recorded' },
  { events: say, live }: SessionMessages,
): string[] {
  const pressure = systolic !== undefined || diastolic !== undefined;
  return [
    pressure ? say.pressure(String(systolic ?? live.unknown), String(diastolic ?? live.unknown)) : '',
    pulse === undefined ? '' : say.pulse(pulse),
    spo2 === undefined ? '' : say.spo2(spo2),
    sedation === undefined ? '' : say.sedation(sedation),
    note ?? '',
  ].filter((part) => part !== '');
}

function named(ids: readonly string[], words: SessionMessages, sheet: Sheet | undefined): string {
  return ids.map((id) => nameOf(id, words, sheet)).join('; ');
}

/** What an item of a list, a rule, or what stood against leaving is called; its id where nobody knows any more. */
export function nameOf(id: string, words: SessionMessages, sheet: Sheet | undefined): string {
  if (id === TOO_EARLY) return words.events.tooEarly;
  if (isRuleId(id)) return preparingTexts(words.language).rules[id].name;
  const { arrival = [], leaving = [] } = sheet?.checklists ?? {};
  return [...arrival, ...leaving].find((item) => item.id === id)?.text ?? id;
}
