import { printTimeline, timelineData } from '#session/print.ts';
import { BadInput } from './bad-input.ts';
import { readArguments, readSession, runScript } from './session-arguments.ts';

const USAGE = `npm run print -- PLAN [--events LOG.json] [--json]

Prints what sounds in a session, and when: a line for each phase, layer and cue.
PLAN is a file in the format of docs/session-format.md, or iv, im, nasal, lozenge or practice-run.
--events F    the log of a session that was lived; without it everything goes as planned,
              the medicine given when the minutes of the preparation are over
--json        phases, layers and every cue as data, times in seconds; an open end is null`;

await runScript(USAGE, () => {
  const { values, positionals } = readArguments({ events: { type: 'string' }, json: { type: 'boolean' } });
  const [plan, ...rest] = positionals;
  if (rest.length > 0) throw new BadInput(`${rest.join(' ')}: expected nothing after PLAN. See --help.`);
  const { timeline } = readSession(plan, values.events);
  const text = values.json ? JSON.stringify(timelineData(timeline), null, 2) : printTimeline(timeline);
  process.stdout.write(`${text}\n`);
  return Promise.resolve();
});
