import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Guide } from '#app/guide.ts';
import { createWholeGuide } from '#app/whole-guide.ts';
import { scriptLines } from '#guidance/script-lines.ts';
import type { Repertoire } from '#session/cues.ts';
import { misfitOf } from '#session/fitting.ts';
import { parseLog } from '#session/log-reading.ts';
import type { SessionLog } from '#session/log.ts';
import { parsePlan } from '#session/plan-reading.ts';
import { ROUTES, type Plan } from '#session/plan.ts';
import { isPracticeId, practices } from '#session/practices/all.ts';
import { defaultPracticeChoices, PRACTICES, type Practice } from '#session/practices/shape.ts';
import type { Misfit } from '#session/misfit.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { isRouteId, routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { BadInput } from './bad-input.ts';

export interface AskedSession {
  readonly plan: Plan;
  readonly log: SessionLog;
  readonly timeline: Timeline;
  readonly guide: Guide;
  /** Nobody has lived it: without a log everything goes as planned. */
  readonly isPlanned: boolean;
}

/** Runs a script; bad input ends it with one sentence on standard error and exit code 2. */
export async function runScript(usage: string, script: () => Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    await script();
  } catch (cause) {
    if (!(cause instanceof BadInput)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 2;
  }
}

/** The command line, or what is wrong with it. */
export function readArguments<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (cause) {
    const [what] = (cause instanceof Error ? cause.message : String(cause)).split(/\. /);
    throw new BadInput(`${what}; expected only what --help lists.`);
  }
}

/** What PLAN may be: a file in the documented format, or the name of a shipped plan. */
const SHIPPED = [...ROUTES, ...PRACTICES];
export const PLAN_USAGE = `PLAN is a file in the format of docs/session-format.md, or one of
${ROUTES.join(', ')}, or a practice: ${PRACTICES.slice(0, 4).join(', ')},
${PRACTICES.slice(4).join(', ')}.
--length M    how many minutes a practice takes; a body scan 3 to 45, the others 3 to 20`;

/** What the command line says about the session. */
export interface SessionArguments {
  readonly plan: string | undefined;
  readonly events?: string | undefined;
  readonly length?: string | undefined;
}

/** The session that was asked for; without a log everything goes as planned. */
export function readSession({ plan, events, length }: SessionArguments): AskedSession {
  const guide = createWholeGuide('en');
  const asked = readPlan(plan, length, guide);
  const log = events === undefined ? plannedLog(asked) : readLog(events);
  const problem = misfitOf(asked, log, guide);
  if (problem === undefined) {
    const timeline = buildTimeline(asked, log, guide);
    return { plan: asked, log, timeline, guide, isPlanned: events === undefined };
  }
  const file = problem.place.startsWith('log[') ? events : plan;
  throw new BadInput(sentenceOf(file ?? 'PLAN', { ...problem, place: problem.place.replace(/^log/, '') }));
}

function readPlan(name: string | undefined, length: string | undefined, guide: Repertoire): Plan {
  if (name === undefined)
    throw new BadInput(`PLAN: expected a file or one of ${SHIPPED.join(', ')}, got nothing.`);
  if (isPracticeId(name)) {
    const practice = practices[name];
    const minutes = lengthOf(practice, length);
    return practice.build({ ...defaultPracticeChoices(practice), minutes }, scriptLines(guide, 'en'));
  }
  if (length !== undefined)
    throw new BadInput(
      `--length: expected a practice (${PRACTICES.join(', ')}) to take so long, got ${name}.`,
    );
  if (isRouteId(name)) return routes[name].build(defaultChoices(routes[name]));
  const plan = parsePlan(readText(name, `a file, or one of ${SHIPPED.join(', ')}`));
  if (plan.ok) return plan.value;
  throw new BadInput(sentenceOf(name, plan.problem));
}

function lengthOf({ id, minutes }: Practice, text: string | undefined): number {
  if (text === undefined) return minutes.usual;
  const length = text.trim() === '' ? Number.NaN : Number(text);
  if (length >= minutes.least && length <= minutes.most) return length;
  throw new BadInput(
    `--length: expected a number of minutes from ${minutes.least} to ${minutes.most} for ${id}, got "${text}".`,
  );
}

function readLog(name: string): SessionLog {
  const log = parseLog(readText(name, 'a file'));
  if (log.ok) return log.value;
  throw new BadInput(sentenceOf(name, log.problem));
}

function readText(name: string, expected: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    throw new BadInput(`${name}: expected ${expected}, got a name that cannot be read.`);
  }
}

/** `plan.json: phases[2].minutes: expected a number of at most 240, got 300.` */
export function sentenceOf(file: string, { place, expected, got }: Misfit): string {
  return `${file}: ${place === '' ? '' : `${place}: `}expected ${expected}, got ${got}.`;
}
