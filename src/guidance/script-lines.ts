import type { ScriptLine } from '#session/practices/script-line.ts';
import { isRegion, type Region } from '#session/regions.ts';
import { lineText, type Language, type LineId, type LineIdOf } from './lines.ts';
import { namedRegions } from './naming.ts';
import { practiceLineIds, practiceLineText } from './practice-lines.ts';
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
  ['breath.by-itself', 'along'],
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

/** All that practices are composed of, in a language: the lines of which it is known how many seconds they take. */
export function scriptLines(
  language: Language,
  durationOf: (line: string) => number | undefined,
): ScriptLine[] {
  const known = (line: Omit<ScriptLine, 'duration' | 'names'>, text: string): ScriptLine[] => {
    const duration = durationOf(line.id);
    return duration === undefined ? [] : [{ ...line, duration, names: namedRegions(text, language) }];
  };
  const own = practiceLineIds.flatMap((id) => {
    const { group, stage } = stageOf(id);
    const region = regionOf(id);
    const visits = region === undefined ? [] : [region];
    const line = { id, group, stage: isRegion(stage) ? 'arrive' : stage, visits, talk: talkOf(id) };
    return known(line, practiceLineText(id, language));
  });
  const ofSessions = [
    ...places.map(([id, ...visits]) => ({ id, stage: 'arrive', visits })),
    ...borrowed.map(([id, stage]) => ({ id, stage, visits: [] })),
  ].flatMap(({ id, ...line }) => {
    const [group = ''] = id.split('.');
    return known({ id, group, ...line, talk: 'sparse' }, lineText(id, language));
  });
  return [...own, ...ofSessions];
}
