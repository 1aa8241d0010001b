import type { SessionLog } from '#session/log.ts';
import type { Plan } from '#session/plan.ts';
import { timelineData } from '#session/print.ts';
import type { Timeline } from '#session/timeline.ts';

/** A session as a document: its plan, its log, and the timeline that followed from them. `docs/session-format.md` describes it. */
export function sessionFile(session: {
  readonly id: string;
  readonly beganMs: number;
  readonly plan: Plan;
  readonly guide: { readonly id: string; readonly name?: string };
  readonly log: SessionLog;
  readonly timeline: Timeline;
}): { readonly name: string; readonly type: string; readonly text: string } {
  const { id, beganMs, plan, guide, log, timeline } = session;
  const began = new Date(beganMs).toISOString();
  const document = {
    format: 'undertone-session',
    version: 1,
    id,
    began,
    guide: { id: guide.id, name: guide.name },
    plan,
    log,
    timeline: timelineData(timeline),
  };
  const name = `${sessionName(beganMs)}.json`;
  return { name, type: 'application/json', text: JSON.stringify(document, null, 2) };
}

/** What the files of a session are called: `undertone-2026-11-22-1405`, by the device's own clock. */
export function sessionName(beganMs: number): string {
  const began = new Date(beganMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${began.getFullYear()}-${two(began.getMonth() + 1)}-${two(began.getDate())}`;
  return `undertone-${day}-${two(began.getHours())}${two(began.getMinutes())}`;
}
