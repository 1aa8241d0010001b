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
  return broken(plan, judging).map((found) => ({
    ...found,
    fix: helps(found, plan, judging) ? found.fix : undefined,
  }));
}

/** A plan once everything that can be mended by itself is [RU2]. */
export function mended(plan: Plan, judging: Judging): Plan {
  let best = plan;
  for (let turn = 0; turn < MOST_FIXES; turn++) {
    const fix = findingsOf(best, judging).find((found) => found.fix !== undefined)?.fix;
    if (fix === undefined) return best;
    best = fix(best);
  }
  return best;
}

/** Every fix takes something out or sets it right once; a plan has at most 24 phases of some lines each. */
const MOST_FIXES = 500;

function broken(plan: Plan, { lines, circumstances, waived }: Judging): readonly Finding[] {
  const judged = judgedOf(plan, lines, circumstances);
  const found = ALL.flatMap((rule) => rule(judged)).filter(({ rule }) => !waived.includes(rule));
  return found.sort((one, other) => (one.at ?? -1) - (other.at ?? -1));
}

/** A fix is offered where there is one finding less of its rule with it than without. */
function helps({ rule, fix }: Finding, plan: Plan, judging: Judging): boolean {
  if (fix === undefined) return false;
  const count = (each: Plan) => broken(each, judging).filter((found) => found.rule === rule).length;
  return count(fix(plan)) < count(plan);
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
