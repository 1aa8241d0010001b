import { guideTexts } from '#messages/guides.ts';
import { transcriptTexts } from '#messages/transcript.ts';
import { printTimeline, timelineData } from '#session/print.ts';
import { spokenLines, transcriptText, webVtt, type TranscriptWords } from '#session/transcript.ts';
import { guideName } from '#ui/guide-words.ts';
import { BadInput } from './bad-input.ts';
import { PLAN_USAGE, readArguments, readSession, runScript, type AskedSession } from './session-arguments.ts';

const USAGE = `npm run print -- PLAN [--length M] [--events LOG.json] [--json | --transcript | --vtt]

Prints what sounds in a session, and when: a line for each phase, layer and cue.
${PLAN_USAGE}
--events F    the log of a session that was lived; without it everything goes as planned,
              the medicine given when the minutes of the preparation are over
--transcript  what is said, each line after its minutes and seconds
--vtt         the same as WebVTT, captions for a recording of the session
--json        phases, layers and every cue as data, times in seconds; an open end is null`;

const FORMS = ['json', 'transcript', 'vtt'] as const;

await runScript(USAGE, () => {
  const { values, positionals } = readArguments({
    length: { type: 'string' },
    events: { type: 'string' },
    json: { type: 'boolean' },
    transcript: { type: 'boolean' },
    vtt: { type: 'boolean' },
  });
  const [plan, ...rest] = positionals;
  if (rest.length > 0) throw new BadInput(`${rest.join(' ')}: expected nothing after PLAN. See --help.`);
  const asked = FORMS.filter((form) => values[form] === true);
  if (asked.length > 1)
    throw new BadInput(`--${asked[1]}: expected at most one of --json, --transcript and --vtt.`);
  process.stdout.write(printed(readSession({ plan, ...values }), asked[0]));
  return Promise.resolve();
});

function printed(session: AskedSession, form: (typeof FORMS)[number] | undefined): string {
  const { timeline, guide } = session;
  if (form === undefined) return `${printTimeline(timeline)}\n`;
  if (form === 'json') return `${JSON.stringify(timelineData(timeline), null, 2)}\n`;
  const lines = spokenLines(timeline, guide);
  const words = transcriptWords(session);
  return form === 'vtt' ? webVtt(lines, words) : transcriptText(lines, words);
}

function transcriptWords({ plan, guide, isPlanned }: AskedSession): TranscriptWords {
  const say = transcriptTexts('en');
  const { cutShort, nothing } = say;
  const when = isPlanned ? [say.asPlanned] : [];
  return {
    title: say.titleOf(plan.title),
    about: [...when, say.voice(guideName(guideTexts('en'), guide))],
    cutShort,
    nothing,
  };
}
