import type { clinicTexts } from '#messages/clinic.ts';
import type { Given, Reminder, VitalsDue } from '#session/milestones.ts';
import type { SessionTime } from '#session/units.ts';
import { clock, countdown } from '#ui/figures.ts';

export type ClinicMessages = ReturnType<typeof clinicTexts>;

/** What is due, when, and whether it is now. */
export interface ReminderWords {
  readonly what: string;
  readonly when: string;
  readonly due: boolean;
}

export function reminderWords(
  { clock: say }: ClinicMessages,
  next: Reminder,
  now: SessionTime,
): ReminderWords {
  const what = next.kind === 'vitals' ? vitalsName(say.moment, next) : say[next.kind];
  if (next.at === undefined) return { what, when: '', due: false };
  const left = next.at - now;
  if (left > 0)
    return { what, when: (next.kind === 'hold' ? say.left : say.inTime)(countdown(left)), due: false };
  const happened = next.kind === 'hold' || next.kind === 'leaving';
  return { what, when: left > -60 || happened ? say.due : say.since(clock(-left)), due: true };
}

export function vitalsName(
  say: ClinicMessages['clock']['moment'],
  { moment, minutes = 0 }: Pick<VitalsDue, 'moment' | 'minutes'>,
): string {
  return moment === 'at' ? say.at(minutes) : say[moment];
}

export function givenName({ times: say }: ClinicMessages, { device }: Given): string {
  return device === undefined ? say.medicine : say.device(device);
}
