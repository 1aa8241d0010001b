import { daysTexts } from '#messages/days.ts';
import { practiceTexts } from '#messages/practising.ts';
import { NOTHING_PLANNED } from '#session/practice-plan.ts';
import type { Outside } from '../ports.ts';
import { dueBetween } from './due.ts';
import { loadPlan, loadRemind } from './kept-plan.ts';

type RemindingPorts = Pick<Outside, 'openNotices' | 'settings' | 'nowMs'>;

const LOOK_EVERY_MS = 20_000;
/** Browsers let hidden pages look once a minute at best, and sleeping devices not at all: what is later than this is left out. */
const LATEST_MS = 10 * 60_000;

/** Looks whether something planned is due since it last looked; `isFree`: nothing runs that a sound could disturb. */
export function createReminding(outside: RemindingPorts, isFree: () => boolean): { look(): Promise<void> } {
  const { planned } = daysTexts('en');
  const { practices } = practiceTexts('en');
  let seenMs = outside.nowMs();
  return {
    async look() {
      const nowMs = outside.nowMs();
      const sinceMs = Math.max(seenMs, nowMs - LATEST_MS);
      seenMs = nowMs;
      if (!isFree() || !(await loadRemind(outside))) return;
      const due = dueBetween((await loadPlan(outside)) ?? NOTHING_PLANNED, sinceMs, nowMs);
      if (due.length === 0) return;
      const notices = await outside.openNotices();
      for (const { id, practice, minutes, note } of due)
        await notices.show({
          title: planned.name(practices[practice].name, minutes),
          text: note === '' ? planned.reminders.due : note,
          tag: id, // in two tabs it is still one
        });
    },
  };
}

/** Reminds of what is planned for as long as the page is open, where the person wants that. */
export function remind(outside: RemindingPorts, isFree: () => boolean): void {
  const reminding = createReminding(outside, isFree);
  setInterval(() => void reminding.look().catch(() => undefined), LOOK_EVERY_MS); // the next look is soon
}
