import type { Output } from '#app/listening.svelte.ts';
import { checkTexts } from '#messages/check.ts';
import { dayName } from '#ui/figures.ts';

/** `Checked today, headphones “studio”: left and right are right.` */
export function checkStatus(output: Output | undefined, nowMs: number, language: string): string {
  const { status, output: kinds } = checkTexts(language);
  if (output === undefined) return status.never;
  const what = status.with(kinds.kinds[output.kind].toLowerCase(), output.name);
  if (output.kind === 'headphones' && output.ears === undefined)
    return status.sentence(what, status.unchecked);
  if (output.kind === 'speakers' && output.ceiling === undefined)
    return status.sentence(what, status.unlimited);
  const found = output.ears === undefined ? status.limited : status.short[output.ears];
  return status.checked(whenOf(output.checkedMs, nowMs, language), what, found);
}

/** By the days of the calendar, not by hours. */
function whenOf(ms: number, nowMs: number, language: string): string {
  const { when } = checkTexts(language).status;
  const dayOf = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const ago = Math.round((dayOf(nowMs) - dayOf(ms)) / 86_400_000);
  if (ago <= 0) return when.today;
  return ago === 1 ? when.yesterday : when.earlier(dayName(ms, language));
}
