import { withoutLines } from '../avoiding.ts';
import { isVoice, type Repertoire, type VoiceCue } from '../cues.ts';
import type { Plan, PlanPhase } from '../plan.ts';
import { spanAt, type Timeline } from '../timeline.ts';
import { within, type Seconds, type SessionTime, type Span } from '../units.ts';

/** What a plan has to keep: each rule by the name under which a clinic may switch it off. */
export const RULES = [
  'lozenge-breath',
  'lozenge-answer',
  'lozenge-bell',
  'nasal-nose',
  'breath-holds',
  'breath-fast',
  'breath-sigh',
  'vitals-arms',
  'middle-voice',
  'landing',
  'beats-seizure',
  'beats-headphones',
] as const;
export type RuleId = (typeof RULES)[number];

export function isRuleId(name: string): name is RuleId {
  return RULES.some((rule) => rule === name);
}

/** What a line says that is right in one place and wrong in another. */
export type RuleTrait = 'nose-breath' | 'mouth-breath' | 'asks' | 'breath-rest' | 'arms' | 'landing';

/** The lines, and what the rules want to know of each. */
export interface KnownLines extends Repertoire {
  has(line: string, trait: RuleTrait): boolean;
}

export type Answer = 'unknown' | 'no' | 'yes';

/** What the plan itself does not say. */
export interface Circumstances {
  /** Whether the person has ever had a seizure. */
  readonly seizure: Answer;
  readonly headphones: Answer;
  /** When vitals are due, in seconds after the medicine. */
  readonly vitalsDue: readonly Seconds[];
}

export type Fix = (plan: Plan) => Plan;

/** One place where a plan does not keep a rule. */
export interface Finding {
  readonly rule: RuleId;
  /** Undefined where it concerns the whole session. */
  readonly phase: string | undefined;
  /** Where in the session as planned. */
  readonly at: SessionTime | undefined;
  /** The line; undefined where the sound itself is meant. */
  readonly line: string | undefined;
  /** Does away with it; undefined where a person has to decide. */
  readonly fix: Fix | undefined;
}

/** A plan with all that a rule looks at. */
export interface Judged {
  readonly plan: Plan;
  readonly lines: KnownLines;
  readonly circumstances: Circumstances;
  /** The session as planned where everything is said that may be, and where only the needed is. */
  readonly full: Timeline;
  readonly sparse: Timeline;
  /** T0 as planned: where the preparation ends. */
  readonly given: SessionTime;
}

export type Rule = (judged: Judged) => readonly Finding[];

/** A finding about the phase as a whole, or about nothing in particular. */
export function finding(rule: RuleId, about: Partial<Omit<Finding, 'rule'>>): Finding {
  return { rule, phase: undefined, at: undefined, line: undefined, fix: undefined, ...about };
}

/** Lines of a kind that are said in a stretch of the session, each told with the fix of leaving it out there. */
export function saidWithin(
  { full, lines }: Judged,
  span: Span,
  trait: RuleTrait,
): readonly (Omit<Finding, 'rule'> & { readonly line: string })[] {
  return full.cues
    .filter((cue): cue is VoiceCue => isVoice(cue) && within(cue.at, span) && lines.has(cue.clip, trait))
    .map(({ at, clip }) => {
      const phase = spanAt(full, at)?.phase;
      return { phase, at, line: clip, fix: phase === undefined ? undefined : withoutLine(phase, clip) };
    });
}

/** A plan with one phase made differently. */
export function withPhase(name: string, change: (phase: PlanPhase) => PlanPhase): Fix {
  return (plan) => ({
    ...plan,
    phases: plan.phases.map((phase) => (phase.phase === name ? change(phase) : phase)),
  });
}

/** A plan that does not say a line in one phase. */
function withoutLine(name: string, line: string): Fix {
  return withPhase(name, (phase) => withoutLines(phase, (each) => each === line));
}
