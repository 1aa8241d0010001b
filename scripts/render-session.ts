import { SAMPLE_RATE } from '#audio/sample-rate.ts';
import { BUSES, type Bus } from '#session/layers.ts';
import { clockOf } from '#session/print.ts';
import { earliest, later, OPEN, sessionTimeOf, type SessionTime } from '#session/units.ts';
import { BadInput } from './bad-input.ts';
import { renderInBrowser } from './render/browser.ts';
import { LONGEST_WAV_SECONDS, writeWav } from './render/wav.ts';
import { PLAN_USAGE, readArguments, readSession, runScript, type AskedSession } from './session-arguments.ts';

const USAGE = `npm run render -- PLAN OUT.wav [--length M] [--from M] [--minutes M] [--events LOG.json] [--only BUS]

Renders a session as it would be heard, to a 24-bit stereo WAV at 48 kHz.
${PLAN_USAGE}
--from M      begin M minutes into the session (default 0)
--minutes M   how many minutes to render (default: to the end)
--events F    the log of a session that was lived; without it everything goes as planned
--only BUS    one of ${BUSES.join(', ')}`;

await runScript(USAGE, async () => {
  const { values, positionals } = readArguments({
    length: { type: 'string' },
    from: { type: 'string' },
    minutes: { type: 'string' },
    events: { type: 'string' },
    only: { type: 'string' },
  });
  const [plan, out, ...rest] = positionals;
  if (rest.length > 0) throw new BadInput(`${rest.join(' ')}: expected nothing after OUT.wav. See --help.`);
  const asked = readSession({ plan, ...values });
  const [own] = asked.plan.own;
  if (own !== undefined)
    throw new BadInput(
      `own: expected only sounds that are made here, got "${own.title}": own sounds stay in the browser they were brought to.`,
    );
  if (out === undefined)
    throw new BadInput('OUT.wav: expected the name of the file to write, got nothing. See --help.');
  const span = spanOf(asked, minutesOf('--from', values.from), minutesOf('--minutes', values.minutes));
  const only = busOf(values.only);
  const job = { plan: asked.plan, log: asked.log, ...span, ...(only === undefined ? {} : { only: [only] }) };
  await writeWav(out, SAMPLE_RATE, (file) => renderInBrowser(job, file));
  process.stdout.write(`${out}: ${clockOf(span.from)} to ${clockOf(span.to)} of "${asked.plan.title}"\n`);
});

function minutesOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(minutes) && minutes >= 0 && (option === '--from' || minutes > 0)) return minutes;
  throw new BadInput(`${option}: expected a number of minutes, got "${text}".`);
}

function busOf(text: string | undefined): Bus | undefined {
  const bus = BUSES.find((each) => each === text);
  if (text === undefined || bus !== undefined) return bus;
  throw new BadInput(`--only: expected one of ${BUSES.join(', ')}, got "${text}".`);
}

function spanOf(
  { timeline }: AskedSession,
  fromMinutes = 0,
  minutes: number | undefined,
): { from: SessionTime; to: SessionTime } {
  const from = sessionTimeOf(fromMinutes * 60);
  const end = minutes === undefined ? timeline.to : earliest(later(from, minutes * 60), timeline.to);
  if (end === OPEN)
    throw new BadInput(
      '--minutes: expected how much to render, for this session has no end yet, got nothing.',
    );
  if (from >= end)
    throw new BadInput(
      `--from: expected a place before the end at ${timeline.to / 60} minutes, got ${fromMinutes}.`,
    );
  if (end - from > LONGEST_WAV_SECONDS)
    throw new BadInput(
      `--minutes: expected at most ${Math.floor(LONGEST_WAV_SECONDS / 60)}, got ${(end - from) / 60}.`,
    );
  return { from, to: end };
}
