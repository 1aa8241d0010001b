import { t0Of } from './entries.ts';
import type { Plan } from './plan.ts';
import { plannedLog } from './rehearsal.ts';
import { ledBreaths, noseAfterDevices, spokenHolds } from './rules/breathing.ts';
import type { Circumstances, Finding, Judged, KnownLines, Rule, RuleId } from './rules/ruling.ts';
import { beats } from './rules/sounding.ts';
import {
  armsAtVitals,
  bellAfterLozenge,
  landing,
  saidWithLozenge,
  voiceInTheMiddle,
} from './rules/speaking.ts';
import { buildTimeline } from './timeline.ts';
import { START } from './units.ts';

/** What plans are judged with. */
export interface Judging {
  readonly lines: KnownLines;
  readonly circumstances: Circumstances;
  /** Rules a clinic has switched off; what is kept of the session names them. */
  readonly waived: readonly RuleId[];
}

const ALL: readonly Rule[] = [
  saidWithLozenge,
  bellAfterLozenge,
  noseAfterDevices,
  ledBreaths,
  spokenHolds,
  armsAtVitals,
  voiceInTheMiddle,
  landing,
  beats,
];

/** The linter of plans: every place where a plan does not keep a rule, in the order of the session. */
export function findingsOf(plan: Plan, judging: Judging): readonly Finding[] {
  const judgement = judge(plan, judging);
  return judgement.found.map((found) => ({
    ...found,
    fix: better(judgement, found, judging) === undefined ? undefined : found.fix,
  }));
}

/** A plan once everything that can be mended by itself is [RU2]. */
export function mended(plan: Plan, judging: Judging): Plan {
  let best = judge(plan, judging);
  for (let turn = 0; turn < MOST_FIXES; turn++) {
    const next = firstBetter(best, judging);
    if (next === undefined) return best.plan;
    best = next;
  }
  return best.plan;
}

/** Every fix takes something out or sets it right once; a plan has at most 24 phases of some lines each. */
const MOST_FIXES = 500;

/** A plan with what was found in it: building its timelines takes a while, so each plan is judged once [RU2]. */
interface Judgement {
  readonly plan: Plan;
  readonly found: readonly Finding[];
}

function judge(plan: Plan, { lines, circumstances, waived }: Judging): Judgement {
  const judged = judgedOf(plan, lines, circumstances);
  const found = ALL.flatMap((rule) => rule(judged)).filter(({ rule }) => !waived.includes(rule));
  return { plan, found: found.sort((one, other) => (one.at ?? -1) - (other.at ?? -1)) };
}

/** The plan with a fix, where there is one finding less of its rule with it than without. */
function better({ plan, found }: Judgement, { rule, fix }: Finding, judging: Judging): Judgement | undefined {
  if (fix === undefined) return undefined;
  const next = judge(fix(plan), judging);
  const count = (findings: readonly Finding[]) => findings.filter((each) => each.rule === rule).length;
  return count(next.found) < count(found) ? next : undefined;
}

function firstBetter(judgement: Judgement, judging: Judging): Judgement | undefined {
  for (const found of judgement.found) {
    const next = better(judgement, found, judging);
    if (next !== undefined) return next;
  }
  return undefined;
}

function judgedOf(plan: Plan, lines: KnownLines, circumstances: Circumstances): Judged {
  const log = plannedLog(plan);
  return {
    plan,
    lines,
    circumstances,
    full: buildTimeline({ ...plan, talk: 'full' }, log, lines),
    sparse: buildTimeline({ ...plan, talk: 'sparse' }, log, lines),
    given: t0Of(log) ?? START,
  };
}
