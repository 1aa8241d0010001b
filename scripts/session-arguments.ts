import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Guide } from '#app/guide.ts';
import { createWholeGuide } from '#app/whole-guide.ts';
import { misfitOf } from '#session/fitting.ts';
import { parseLog, type SessionLog } from '#session/log.ts';
import { parsePlan, ROUTES, type Plan } from '#session/plan.ts';
import type { Misfit } from '#session/reading.ts';
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

/**
 * The session that PLAN and --events ask for. PLAN is a file in the documented format or the name of a shipped plan;
 * without a log everything goes as planned.
 */
export function readSession(plan: string | undefined, events: string | undefined): AskedSession {
  const asked = readPlan(plan);
  const log = events === undefined ? plannedLog(asked) : readLog(events);
  const guide = createWholeGuide('en');
  const problem = misfitOf(asked, log, guide);
  if (problem === undefined) {
    const timeline = buildTimeline(asked, log, guide);
    return { plan: asked, log, timeline, guide, isPlanned: events === undefined };
  }
  const file = problem.place.startsWith('log[') ? events : plan;
  throw new BadInput(sentenceOf(file ?? 'PLAN', { ...problem, place: problem.place.replace(/^log/, '') }));
}

function readPlan(name: string | undefined): Plan {
  if (name === undefined)
    throw new BadInput(`PLAN: expected a file or one of ${ROUTES.join(', ')}, got nothing.`);
  if (isRouteId(name)) return routes[name].build(defaultChoices(routes[name]));
  const plan = parsePlan(readText(name, `a file, or one of ${ROUTES.join(', ')}`));
  if (plan.ok) return plan.value;
  throw new BadInput(sentenceOf(name, plan.problem));
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
