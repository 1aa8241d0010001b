import { isBell, isQuiet, isVoice, QUIET_GAP } from '../cues.ts';
import type { PlanPhase } from '../plan.ts';
import { later, sessionTimeOf, within, type Seconds, type SessionTime } from '../units.ts';
import { finding, saidWithin, withPhase, type Finding, type Fix, type Judged } from './ruling.ts';

/** How much later than planned the bell after the lozenge may ring: it waits for who is speaking. */
const BELL_WAITS: Seconds = 20;
/** How long measuring takes: from the touch to the cuff let go. */
const VITALS_MINUTE: Seconds = 120;
/** A loop that speaks this seldom keeps five minutes between two lines, however long they are. */
const SELDOM: Seconds = 310;

/** While the lozenge is in the mouth nobody is asked for an answer or for a breath out through the mouth. */
export function saidWithLozenge(judged: Judged): Finding[] {
  const { plan, given } = judged;
  if (plan.lozengeHold === undefined) return [];
  const holding = { from: given, to: later(given, plan.lozengeHold * 60) };
  return [
    ...saidWithin(judged, holding, 'mouth-breath').map((found) => finding('lozenge-breath', found)),
    ...saidWithin(judged, holding, 'asks').map((found) => finding('lozenge-answer', found)),
  ];
}

/** A quiet bell tells that the time with the lozenge is over. */
export function bellAfterLozenge({ plan, given, full }: Judged): Finding[] {
  if (plan.lozengeHold === undefined) return [];
  const hold = plan.lozengeHold;
  const at = later(given, hold * 60);
  const due = { from: later(at, -1), to: later(at, BELL_WAITS) };
  if (full.cues.some((cue) => isBell(cue) && cue.soft && within(cue.at, due))) return [];
  const phase = full.spans.find(({ from }) => from >= given)?.phase;
  return [
    finding('lozenge-bell', { phase, at, fix: phase === undefined ? undefined : ringsAt(phase, hold) }),
  ];
}

function ringsAt(name: string, hold: number): Fix {
  const bell = { at: hold * 60, soft: true, kept: true };
  return withPhase(name, ({ bells, ...phase }) => ({
    ...phase,
    bells: [...bells.filter(({ at }) => at !== bell.at), bell],
  }));
}

/** Where vitals are due, no line leads to the arms: they are being measured. */
export function armsAtVitals(judged: Judged): Finding[] {
  const { given, circumstances } = judged;
  return circumstances.vitalsDue.flatMap((due) => {
    const from = later(given, due);
    const measured = { from, to: later(from, VITALS_MINUTE) };
    return saidWithin(judged, measured, 'arms').map((found) => finding('vitals-arms', found));
  });
}

/** In peak and plateau somebody speaks at most every five minutes. */
export function voiceInTheMiddle({ plan, full }: Judged): Finding[] {
  const found: Finding[] = [];
  let last = sessionTimeOf(-Infinity);
  for (const { phase, from, to } of full.spans.filter((span) => isQuiet(span.phase))) {
    const planned = plan.phases.find((each) => each.phase === phase);
    if (planned === undefined) continue;
    if (planned.loop !== undefined && planned.loop.every < QUIET_GAP)
      found.push(finding('middle-voice', { phase, at: later(from, planned.loop.from), fix: seldom(phase) }));
    for (const { at, nth, line } of inOrder(planned, from, to)) {
      if (at - last < QUIET_GAP)
        found.push(finding('middle-voice', { phase, at, line, fix: without(phase, nth) }));
      else last = at;
    }
  }
  return found;
}

function inOrder({ lines }: PlanPhase, from: SessionTime, to: SessionTime) {
  return lines
    .map(({ at, before, line }, nth) => ({
      nth,
      line,
      at: at === undefined ? later(to, -(before ?? 0)) : later(from, at),
    }))
    .sort((one, other) => one.at - other.at);
}

function seldom(name: string): Fix {
  return withPhase(name, (phase) =>
    phase.loop === undefined ? phase : { ...phase, loop: { ...phase.loop, every: SELDOM } },
  );
}

function without(name: string, nth: number): Fix {
  return withPhase(name, (phase) => ({ ...phase, lines: phase.lines.filter((_, each) => each !== nth) }));
}

/** A landing line before re-entry ends, also where only the needed is said. */
export function landing({ plan, lines, sparse }: Judged): Finding[] {
  const back = sparse.spans.find(({ phase }) => phase === 'reentry');
  if (back === undefined || !plan.phases.some(({ phase }) => phase === 'reentry')) return [];
  if (sparse.cues.some((cue) => isVoice(cue) && within(cue.at, back) && lines.has(cue.clip, 'landing')))
    return [];
  return [finding('landing', { phase: 'reentry', at: back.to, fix: landed })];
}

/** It takes half a minute at most; nothing else is said so late. */
const LANDS: Seconds = 60;

const landed = withPhase('reentry', ({ lines, minutes, ...phase }) => {
  const length = Math.max(2, minutes) * 60;
  const startsAt = ({ at, before }: PlanPhase['lines'][number]) => at ?? length - (before ?? 0);
  return {
    ...phase,
    minutes: length / 60,
    lines: [
      ...lines.filter((line) => line.line !== LANDING && startsAt(line) < length - LANDS - 20),
      { line: LANDING, before: LANDS, talk: 'sparse' as const },
    ],
  };
});

const LANDING = 'reentry.landing';
