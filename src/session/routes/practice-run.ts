import { quiet } from './returning.ts';
import { led, minutesOf, paced, planFrom, type Choices, type Route } from './shape.ts';

/** The shape of a session in a quarter of an hour, without medicine: for a first visit, or at home. */
export const practiceRun: Route = {
  id: 'practice-run',
  title: 'Practice run',
  minutes: { onset: 2, peak: 5, plateau: 3, reentry: 3, rest: 2 },
  build,
};

/** It may be played at home: no line says that somebody is beside. */
const ALONE = ['anchor.sound', 'anchor.support', 'anchor.here', 'anchor.breath'];

function build(choices: Choices) {
  const minutes = (phase: string) => minutesOf(choices, practiceRun, phase);
  return planFrom(
    practiceRun,
    choices,
    [
      arriving(minutes('onset'), choices),
      quiet('peak', minutes('peak'), { start: 0, end: 0 }, ALONE),
      quiet('plateau', minutes('plateau'), { start: 0, end: -2 }, ALONE),
      comingBack(minutes('reentry')),
      closing(minutes('rest')),
    ],
    { clock: 'practice', grounding: { anchor: ['anchor.support'], room: ['ground.feet', 'ground.hands'] } },
  );
}

/** Preparation is part of the onset here: there is nothing to wait for. */
function arriving(minutes: number, { breath }: Choices) {
  return {
    phase: 'onset',
    minutes,
    lines: [
      ...paced(['welcome.practice', 'welcome.practice-stop', 'breath.follow-tone', 'onset.practice'], {
        from: 12,
        first: 18,
        last: 22,
      }),
      { line: 'ask.quiet', before: 22 },
    ],
    bells: [{ at: 5, soft: true }],
    breath: led(breath, { from: 20, to: minutes * 60, level: -2 }),
    bed: { start: -4, end: 0 },
    beats: { start: 10, end: 6 },
  };
}

function comingBack(minutes: number) {
  const lines = ['reentry.begin', 'reentry.feet', 'reentry.hands', 'reentry.face', 'reentry.room'] as const;
  const gap = Math.max(14, (minutes * 60 - 50) / lines.length);
  return {
    phase: 'reentry',
    minutes,
    lines: [...paced(lines, { from: 8, first: gap, last: gap }), { line: 'reentry.landing', before: 20 }],
    bells: [{ at: 2, soft: true }],
    bed: { start: -2, end: -4 },
    beats: { start: 7, end: 10 },
  };
}

function closing(minutes: number) {
  return {
    phase: 'rest',
    minutes,
    lines: [
      ...paced(['rest.begin', 'rest.sit-up'], { from: 8, first: 30, last: 30 }),
      { line: 'rest.close', before: 48 },
    ],
    bells: [{ before: 36, soft: true }],
    bed: { start: -6, end: -8 },
  };
}
