import type { Repertoire } from '#session/cues.ts';
import type { ScriptLine } from '#session/practices/script-line.ts';
import type { Region } from '#session/regions.ts';
import type { Language, LineId, LineIdOf } from './lines.ts';
import { namedRegions } from './naming.ts';
import { practiceLineIds } from './practice-lines.ts';
import { regionOf, stageOf, talkOf } from './practice.ts';

// Not for the first screen: it comes with the practices.

/** The lines of the short scan, and where each leads: in a short practice several regions are felt as one. */
const places: readonly (readonly [id: LineIdOf<'scan'>, ...visits: Region[]])[] = [
  ['scan.feet', 'left-foot', 'right-foot'],
  ['scan.lower-legs', 'left-lower-leg', 'right-lower-leg'],
  ['scan.thighs', 'left-thigh', 'right-thigh'],
  ['scan.seat', 'pelvis'],
  ['scan.belly', 'belly'],
  ['scan.back', 'lower-back', 'upper-back'],
  ['scan.chest', 'chest'],
  ['scan.hands', 'hands'],
  ['scan.arms', 'arms'],
  ['scan.shoulders', 'shoulders'],
  ['scan.neck', 'neck'],
  ['scan.face', 'face'],
  ['scan.crown', 'crown'],
  ['scan.whole', 'whole'],
];

/**
 * Other lines of sessions that practices say too, and what for. Anchor lines are practised at home, so that they are old
 * friends in a session; three lines are the ladder's.
 */
const borrowed: readonly (readonly [id: LineId, stage: string])[] = [
  ['breath.tone-pace', 'tone'],
  ['breath.no-force', 'along'],
  ['breath.shoulders', 'along'],
  ['breath.belly', 'along'],
  ['breath.wander', 'along'],
  ['breath.by-itself', 'unled'],
  ['anchor.here', 'stay'],
  ['anchor.nothing-to-do', 'stay'],
  ['anchor.as-it-is', 'stay'],
  ['anchor.time', 'stay'],
  ['anchor.come-and-go', 'stay'],
  ['anchor.rest', 'stay'],
  ['anchor.support', 'anchor'],
  ['ground.feet', 'room'],
  ['ground.hands', 'room'],
  ['ground.room', 'room'],
];

type Described = Omit<ScriptLine, 'duration' | 'names' | 'ofBreath'>;

const breathWord: Readonly<Record<Language, RegExp>> = { en: /\bbreath/i };

const described: ReadonlyMap<string, Described> = new Map(
  [...ofPractices(), ...ofSessions()].map((line) => [line.id, line]),
);

/** All that practices are composed of: the lines a guide can say, and what each of them names in the guide's own words. */
export function scriptLines(guide: Repertoire, language: Language): ScriptLine[] {
  return [...described.values()].flatMap((line) => {
    const said = guide.line(line.id);
    if (said === undefined) return [];
    const { text, duration } = said;
    const ofBreath = breathWord[language].test(text);
    return [{ ...line, duration, names: namedRegions(text, language), ofBreath }];
  });
}

/** Lines of the body scan that come before any place, or after all. */
const AT_NO_PLACE: readonly string[] = ['begin', 'close', 'return'];

/** Where a line leads: see `regionsAt`. */
export function placeOf(line: string): readonly Region[] | undefined {
  const known = described.get(line);
  if (known !== undefined && known.visits.length > 0) return known.visits;
  const elsewhere = known === undefined ? !line.startsWith('scan.') : known.group !== 'body';
  return elsewhere || AT_NO_PLACE.includes(known?.stage ?? '') ? [] : undefined;
}

function ofPractices(): Described[] {
  return practiceLineIds.map((id) => {
    const { group, stage } = stageOf(id);
    const region = regionOf(id);
    const place = region === undefined ? { stage, visits: [] } : { stage: 'arrive', visits: [region] };
    return { id, group, ...place, talk: talkOf(id) };
  });
}

function ofSessions(): Described[] {
  const lines = [
    ...places.map(([id, ...visits]) => ({ id, stage: 'arrive', visits })),
    ...borrowed.map(([id, stage]) => ({ id, stage, visits: [] })),
  ];
  return lines.map((line) => ({ ...line, group: line.id.split('.')[0] ?? '', talk: 'sparse' }));
}
