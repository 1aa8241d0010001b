import { MUST, type Passage } from '../pacing.ts';
import { stopsOf, type ScanVariant, type Stop } from '../scan.ts';
import { dealer, shuffled } from './drawing.ts';
import { passage, type Standing } from './script.ts';
import type { ScriptLine } from './script-line.ts';
import type { PracticeChoices } from './shape.ts';

/** What is said at a stop, in this order, and how long the silence after it is beside others. */
const STAGES: readonly (readonly [stage: string, weight: number])[] = [
  ['arrive', 1],
  ['notice', 1.4],
  ['choice', 1.2],
  ['night', 1.6],
  ['breathe', 1.5],
  ['let-go', 1.3],
  ['stay', 1.6],
];
/** Comes last at a stop, but is chosen before anything is said there in a second round. */
const MOVE_ON: Standing = { rank: 4, weight: 0.7 };
/** What is lingered on has two lines before another place has its second, and longer silences. */
const LINGERING: Standing = { rank: 0.4, weight: 1.6 };
const lingersWith = (rank: number) => (rank <= 1 ? MUST : rank * LINGERING.rank);

/** What each kind of scan leaves unsaid: growing heavy and letting go, for one, is not the way back. */
const UNSAID: Readonly<Record<ScanVariant, readonly string[]>> = {
  standard: ['choice', 'night'],
  'trauma-aware': ['night'],
  're-entry': ['let-go', 'choice', 'night'],
  'bed-time': ['choice'],
};

/** Everything that may be said on the way through the body, in order. `taken` are lines said elsewhere. */
export function stopPassages(
  lines: readonly ScriptLine[],
  choices: PracticeChoices,
  taken: ReadonlySet<string>,
): Passage[] {
  const { scan, take, minutes } = choices;
  const leading = lines.filter(({ stage }) => stage === 'arrive');
  const stops = stopsOf(scan, mostStops(minutes), (stop) => leading.some(leadsTo(stop)));
  const own = shares(stops, (stage) =>
    UNSAID[scan.variant].includes(stage)
      ? []
      : shuffled(
          lines.filter((line) => line.group === 'body' && line.stage === stage && !taken.has(line.id)),
          take,
          stage,
        ),
  );
  return (stops.length > 0 ? stops : [NOWHERE]).flatMap((stop, nth) => {
    const arriving = shuffled(leading.filter(leadsTo(stop)), take, stop.regions.join());
    const said = (stage: string) => (stage === 'arrive' ? arriving : (own.get(stage)?.[nth] ?? []));
    return atStop(stop, said, nth >= stops.length - 1);
  });
}

/**
 * The lines of each stage that each stop has for itself. Those meant for sparse are dealt by themselves, one stage after
 * the other, so that every stop has some; the first stage first, for to notice comes before all else.
 */
function shares(
  stops: readonly Stop[],
  pool: (stage: string) => readonly ScriptLine[],
): ReadonlyMap<string, readonly (readonly ScriptLine[])[]> {
  const places = Math.max(1, stops.length);
  const lingered = stops.flatMap((stop, nth) => (stop.lingered ? [nth] : []));
  const [dealPlain, dealOther] = [dealer(places, lingered), dealer(places, lingered)];
  return new Map(
    [...STAGES.map(([stage]) => stage), 'move-on'].map((stage) => {
      const plain = dealPlain(pool(stage).filter(({ talk }) => talk === 'sparse'));
      const other = dealOther(pool(stage).filter(({ talk }) => talk === 'full'));
      return [stage, plain.map((lines, nth) => [...lines, ...(other[nth] ?? [])])];
    }),
  );
}

/** Where every region is passed over, what names none may still be said. */
const NOWHERE: Stop = { regions: [], lingered: false };

/** Seconds a line and its silence take where little is said, and how many of them a stop is given at least. */
const A_LINE = 20;
const LINES_A_STOP = 1.25;
/** Seconds before and after the lines, and lines before and after the stops. */
const AROUND = { seconds: 50, lines: 1 };

function mostStops(minutes: number): number {
  return Math.floor(((minutes * 60 - AROUND.seconds) / A_LINE - AROUND.lines) / LINES_A_STOP);
}

/** Whether a line leads attention to a stop: to nothing beside it, and to several regions where it has several. */
function leadsTo({ regions }: Stop): (line: ScriptLine) => boolean {
  const enough = Math.max(1, Math.min(2, regions.length));
  return ({ visits }) => visits.length >= enough && visits.every((region) => regions.includes(region));
}

/** Everything at one stop: a round of stages, and another in other words; what comes earlier is chosen earlier. */
function atStop(stop: Stop, said: (stage: string) => readonly ScriptLine[], last: boolean): Passage[] {
  const rounds = Math.max(...STAGES.map(([stage]) => said(stage).length));
  const visit = Array.from({ length: rounds }, (_, round) =>
    STAGES.flatMap(([stage, weight]) =>
      said(stage)
        .slice(round, round + 1)
        .map((line) => ({ line, weight })),
    ),
  )
    .flat()
    .map(({ line, weight }, nth) =>
      passage(
        line,
        stop.lingered ? { rank: lingersWith(nth), weight: weight * LINGERING.weight } : { rank: nth, weight },
      ),
    );
  const [onwards] = last ? [] : said('move-on');
  return onwards === undefined ? visit : [...visit, passage(onwards, MOVE_ON)];
}
