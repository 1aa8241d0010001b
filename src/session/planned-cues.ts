import { ringing, type Bells } from './bells.ts';
import { bellSeconds, isQuiet, type BellCue, type Repertoire, type VoiceCue } from './cues.ts';
import { closingFade, type PlacedPhase } from './phases.ts';
import type { Plan, Talk } from './plan.ts';
import { earliest, later, OPEN, sessionTimeOf, START, type Seconds, type SessionTime } from './units.ts';

/** How far a loop is laid out where no end is known. A preparation that waits longer keeps its layers and falls silent. */
const LONGEST_LOOP: Seconds = 4 * 3600;

/** The start bell rings once the sound is all there. */
const START_BELL: Seconds = 10;

/** The bells of one phase, as far as the talk in force lets them sound. */
export function bellCues(phase: PlacedPhase, plan: Plan, talk: Talk): BellCue[] {
  if (phase.waitsAt !== undefined || talk === 'silent') return [];
  const strikes = [...endBells(phase, plan), ...ownStrikes(phase, plan), ...strikesOf(plan.bells, phase)];
  return strikes.map((strike) => struck(plan, phase.phase, strike));
}

/**
 * The bell that ends a lozenge's hold, where it falls into this phase. It goes by the clock since the medicine: whatever
 * waits, is stretched or comes early, and however little is said [R3].
 */
export function holdBell(
  { phase, from, to }: PlacedPhase,
  plan: Plan,
  givenAt: SessionTime | undefined,
): BellCue[] {
  if (plan.lozengeHold === undefined || givenAt === undefined) return [];
  const at = later(givenAt, plan.lozengeHold * 60);
  const announced = plan.phases.flatMap(({ bells }) => bells).find(({ kept }) => kept);
  if (announced === undefined || at < from || at >= to) return [];
  return [struck(plan, phase, { name: 'hold', at, soft: announced.soft })];
}

function struck(plan: Plan, phase: string, { name, at, soft }: Strike): BellCue {
  return {
    id: `${phase}/bell/${name}`,
    at,
    duration: bellSeconds(plan.bell, plan.own),
    bus: 'bell',
    clip: plan.bell,
    soft,
    asked: false,
  };
}

interface Strike {
  readonly name: string;
  readonly at: SessionTime;
  readonly soft: boolean;
}

/** The bells that a plan begins and ends with [K6]. */
function endBells(phase: PlacedPhase, { bells, phases }: Plan): Strike[] {
  const strikes: Strike[] = [];
  if (bells.start && phase.nth === 0)
    strikes.push({ name: 'start', at: later(START, START_BELL), soft: false });
  if (bells.end && phase.nth === phases.length - 1 && phase.length !== OPEN)
    strikes.push({
      name: 'end',
      at: later(phase.origin, phase.length - closingFade(phase.length)),
      soft: false,
    });
  return strikes;
}

/** A phase's own bells; where the plan has another rule, only those that a line announces. That of a lozenge is `holdBell`. */
function ownStrikes(
  { plan: { bells, bellLoop }, origin, length }: PlacedPhase,
  { bells: { ring }, lozengeHold }: Plan,
): Strike[] {
  const asPlanned = ring === 'as-planned';
  const single = bells.flatMap((bell, nth): Strike[] => {
    if (bell.kept && lozengeHold !== undefined) return [];
    const offset = asPlanned || bell.kept ? offsetOf(bell, length) : undefined;
    if (offset === undefined || offset >= length) return [];
    return [{ name: String(nth), at: later(origin, offset), soft: bell.soft }];
  });
  if (!asPlanned || bellLoop === undefined) return single;
  const repeated = rounds(bellLoop, length).map((offset, nth) => ({
    name: `loop-${nth}`,
    at: later(origin, offset),
    soft: bellLoop.soft,
  }));
  return [...single, ...repeated];
}

/** The strikes of the plan's own rule that fall into this phase. */
function strikesOf(bells: Bells, { from, to, origin }: PlacedPhase): Strike[] {
  const soft = 'soft' in bells && bells.soft;
  return ringing(bells, { from, to: earliest(to, later(origin, LONGEST_LOOP)) }).map(({ name, at }) => ({
    name,
    at: sessionTimeOf(at),
    soft,
  }));
}

/** The lines of one phase in order, before they are made to keep their distance. */
export function lineCues(phase: PlacedPhase, repertoire: Repertoire, talk: Talk): VoiceCue[] {
  if (phase.waitsAt !== undefined) return [];
  const words = [...singleLines(phase, talk), ...lineLoop(phase, talk)];
  const cues = words.flatMap(({ clip, name, offset }): VoiceCue[] => {
    const line = repertoire.line(clip);
    if (line === undefined || offset + line.duration >= phase.length) return [];
    const at = later(phase.origin, offset);
    const id = `${phase.phase}/voice/${name}`;
    return [{ id, at, bus: 'voice', clip, ...line, asked: false }];
  });
  return cues.sort((a, b) => a.at - b.at);
}

interface Words {
  readonly clip: string;
  readonly name: string;
  readonly offset: Seconds;
}

function singleLines(phase: PlacedPhase, talk: Talk): Words[] {
  const times = new Map<string, number>();
  return phase.plan.lines.flatMap((entry): Words[] => {
    const time = (times.get(entry.line) ?? 0) + 1;
    times.set(entry.line, time);
    const offset = offsetOf(entry, phase.length);
    if (offset === undefined || !speaks(talk, entry.talk, phase.phase)) return [];
    return [{ clip: entry.line, name: time === 1 ? entry.line : `${entry.line}/${time}`, offset }];
  });
}

function lineLoop(phase: PlacedPhase, talk: Talk): Words[] {
  const { loop } = phase.plan;
  if (loop === undefined || !speaks(talk, loop.talk, phase.phase)) return [];
  return rounds(loop, phase.length).map((offset, nth) => ({
    clip: loop.lines[nth % loop.lines.length] ?? '',
    name: `loop-${nth}`,
    offset,
  }));
}

/** Whether a line is said at an amount of talk: in a quiet phase only at "full" [C3]. */
function speaks(talk: Talk, from: 'full' | 'sparse', phase: string): boolean {
  if (talk === 'full') return true;
  return talk === 'sparse' && from === 'sparse' && !isQuiet(phase);
}

/** An offset from either end; undefined before an end that is not known. */
function offsetOf(
  place: { readonly at?: number | undefined; readonly before?: number | undefined },
  length: Seconds,
): Seconds | undefined {
  if (place.at !== undefined) return place.at;
  return length === OPEN ? undefined : Math.max(0, length - (place.before ?? 0));
}

function rounds({ from, every }: { from: Seconds; every: Seconds }, length: Seconds): Seconds[] {
  const end = Math.min(length, LONGEST_LOOP);
  return Array.from({ length: Math.max(0, Math.ceil((end - from) / every)) }, (_, nth) => from + nth * every);
}
