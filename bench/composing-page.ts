import { createWholeGuide } from '#app/whole-guide.ts';
import { scriptLines } from '#guidance/script-lines.ts';
import { parsePlan } from '#session/plan-reading.ts';
import { practices } from '#session/practices/all.ts';
import { defaultPracticeChoices } from '#session/practices/shape.ts';
import { buildTimeline } from '#session/timeline.ts';

// Composes the longest body scan, and reads the finished plan: what any way of getting that plan would cost.

const guide = createWholeGuide('en');
const lines = scriptLines(guide, 'en');
const scan = practices['body-scan'];
const longest = { ...defaultPracticeChoices(scan), minutes: scan.minutes.most };
let document = '';

function compose(take: number): void {
  const plan = scan.build({ ...longest, take }, lines);
  const { cues } = buildTimeline(plan, [], guide);
  if (cues.length < 100) throw new Error('that is no scan of 45 minutes');
  document = JSON.stringify(plan);
}

function read(): void {
  if (!parsePlan(document).ok) throw new Error('that is no plan');
}

export type Work = 'compose' | 'read';
const works = { compose, read } as const satisfies Record<Work, (nth: number) => void>;

/** Does a piece of work so many times. */
function work(what: Work, times: number): void {
  for (let nth = 0; nth < times; nth++) works[what](nth);
}

Object.assign(window, { work });
