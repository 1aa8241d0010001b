import { MUST, type Passage } from '../pacing.ts';
import { stopsOf, type ScanVariant, type Stop } from '../scan.ts';
import { dealt, shuffled } from './drawing.ts';
import { inTurn, passage, type Standing } from './script.ts';
import type { ScriptLine } from './script-line.ts';
import type { PracticeChoices } from './shape.ts';

/** What is said at a stop, in this order: arrive, notice, breathe, let go, and stay. */
const STAGES: Readonly<Record<string, Standing>> = {
  arrive: { rank: MUST, weight: 1 },
  notice: { rank: 1, weight: 1.4 },
  choice: { rank: 1.5, weight: 1.2 },
  night: { rank: 1.5, weight: 1.6 },
  breathe: { rank: 2, weight: 1.5 },
  'let-go': { rank: 3, weight: 1.3 },
  stay: { rank: 5, weight: 1.6 },
};
const MOVE_ON: Standing = { rank: 4, weight: 0.7 };
/** A stop that has had one of each has another round in other words. */
const NEXT_ROUND = 6;
/** What is lingered on has two lines before another place has its second, and longer silences. */
const LINGERING: Standing = { rank: 0.4, weight: 1.6 };
const lingersWith = (rank: number) => (rank <= 1 ? MUST : rank * LINGERING.rank);

/**
 * What each kind of scan leaves unsaid. Attention on the breath may stir who was hurt (see scan.ts); growing heavy and
 * letting go is not the way back.
 */
const UNSAID: Readonly<Record<ScanVariant, readonly string[]>> = {
  standard: ['choice', 'night'],
  'trauma-aware': ['breathe', 'night'],
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
  const lingered = stops.flatMap((stop, nth) => (stop.lingered ? [nth] : []));
  const unsaid = UNSAID[scan.variant];
  const deal = (stage: string) => {
    const pool = lines.filter((line) => line.group === 'body' && line.stage === stage && !taken.has(line.id));
    if (unsaid.includes(stage)) return [];
    // To notice comes first at a stop, so as many stops as can have a line for it that is said at sparse too.
    const turns = stage === 'notice' ? inTurn(pool, take, stage) : shuffled(pool, take, stage);
    return dealt(turns, Math.max(1, stops.length), lingered);
  };
  const hands = new Map([...Object.keys(STAGES), 'move-on'].map((stage) => [stage, deal(stage)]));
  return (stops.length > 0 ? stops : [NOWHERE]).flatMap((stop, nth) => {
    const arriving = shuffled(leading.filter(leadsTo(stop)), take, stop.regions.join());
    const own = (stage: string) => (stage === 'arrive' ? arriving : (hands.get(stage)?.[nth] ?? []));
    return atStop(stop, own, nth >= stops.length - 1);
  });
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

function atStop(stop: Stop, own: (stage: string) => readonly ScriptLine[], last: boolean): Passage[] {
  const standing = ({ rank, weight }: Standing, round: number): Standing => ({
    rank: stop.lingered ? lingersWith(rank + round * NEXT_ROUND) : rank + round * NEXT_ROUND,
    weight: stop.lingered ? weight * LINGERING.weight : weight,
  });
  const stages = Object.entries(STAGES);
  const rounds = Math.max(...stages.map(([stage]) => own(stage).length));
  const visit = Array.from({ length: rounds }, (_, round) =>
    stages.flatMap(([stage, its]) => {
      const line = own(stage)[round];
      return line === undefined ? [] : [passage(line, standing(its, round))];
    }),
  ).flat();
  const onwards = last ? undefined : own('move-on')[0];
  return onwards === undefined ? visit : [...visit, passage(onwards, MOVE_ON)];
}
