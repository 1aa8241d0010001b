import { fitted, type Said } from '../pacing.ts';
import { closingFade } from '../phases.ts';
import type { Plan } from '../plan.ts';
import { planOfChoices, type BreathInput, type PhaseInput } from '../routes/shape.ts';
import { neverNamed } from '../scan.ts';
import type { Seconds } from '../units.ts';
import { practices } from './all.ts';
import { lastStrikes, stretchesOf, type Composed, type OwnPart, type Stretch } from './composed.ts';
import { AFTER_LINE, AWAKE, BEFORE_LINE, FIRST_BELL, FIRST_LINE, hundredths, ladder } from './parts.ts';
import type { ScriptLine } from './script-line.ts';
import type { Frame, Part, PracticeChoices } from './shape.ts';

/** What the plan of every practice of one's own is called. */
const OWN_PLAN = 'own-practice';

/** From one strike to the next where several come in a row. */
const STRIKES_APART: Seconds = 6;
/** A strike is let ring for so long before somebody speaks. */
const AFTER_STRIKE: Seconds = 10;
/** Nobody speaks so shortly after a part begins, and so shortly before the next one does. */
const AT_START: Seconds = 4;
const BEFORE_NEXT: Seconds = 6;
/** The last line ends so long before the last fade begins. */
const BEFORE_FADE: Seconds = 4;

/** The plan of a practice that has no problem: each part that lasts is a phase of exactly its minutes [N20]. */
export function ownPlan(composed: Composed, choices: PracticeChoices, lines: readonly ScriptLine[]): Plan {
  const { name, parts } = composed;
  const stretches = stretchesOf(parts);
  const frame = frameOf(parts, choices);
  const phases: PhaseInput[] = [];
  for (const [nth, stretch] of stretches.entries()) {
    const others = phases.filter((_, before) => stretches[before]?.part.kind !== stretch.part.kind);
    phases.push(
      phaseOf(stretch, {
        ...{ choices, frame },
        lines: unsaid(lines, others),
        first: nth === 0,
        last: nth === stretches.length - 1,
        lastStrikes: nth === stretches.length - 1 ? lastStrikes(parts) : 0,
      }),
    );
  }
  return planOfChoices(choices, {
    id: OWN_PLAN,
    title: name,
    clock: 'practice',
    beats: { kind: 'none', carrier: 200 },
    phases,
    grounding: ladder(lines, neverNamed(choices.scan)),
  });
}

/** It ends as what is spoken last does; where a bell comes after that, somebody is to hear it. */
function frameOf(parts: readonly OwnPart[], choices: PracticeChoices): Frame {
  const last = parts.findLast(({ kind }) => kind !== 'silence');
  if (last === undefined || last.kind === 'bell' || last.kind === 'silence') return AWAKE;
  return practices[last.kind].frame(choices);
}

/** What was not said in these phases. */
function unsaid(lines: readonly ScriptLine[], phases: readonly PhaseInput[]): ScriptLine[] {
  const said = new Set(phases.flatMap((phase) => (phase.lines ?? []).map(({ line }) => line)));
  return lines.filter(({ id }) => !said.has(id));
}

/** What a part has to know of the whole. */
interface Whole {
  readonly choices: PracticeChoices;
  readonly lines: readonly ScriptLine[];
  readonly frame: Frame;
  readonly first: boolean;
  readonly last: boolean;
  /** Strikes as it ends. */
  readonly lastStrikes: number;
}

function phaseOf(stretch: Stretch, whole: Whole): PhaseInput {
  const { part, phase, strikes } = stretch;
  const { frame, first, last } = whole;
  const length = part.minutes * 60;
  const ring = Math.max(frame.ring(length), closingFade(length) + BEFORE_FADE);
  const [start, middle, end] = frame.bed;
  return {
    phase,
    title: part.kind === 'silence' ? 'Silence' : practices[part.kind].title,
    minutes: part.minutes,
    bells: [
      ...row(strikes, (by) => ({ at: first ? FIRST_BELL + by : by, soft: !first, kept: true })),
      ...row(whole.lastStrikes, (by) => ({ before: ring - AFTER_LINE - by, soft: true, kept: true })),
    ],
    bed: { start: first ? start : middle, end: last ? end : middle },
    ...spoken(stretch, whole, { from: leadOf(strikes, first), to: length - (last ? ring : BEFORE_NEXT) }),
  };
}

function row<Bell>(strikes: number, bellAt: (by: Seconds) => Bell): Bell[] {
  return Array.from({ length: strikes }, (_, nth) => bellAt(nth * STRIKES_APART));
}

/** How long after a part's beginning its first line comes. */
function leadOf(strikes: number, first: boolean): Seconds {
  const inRow = Math.max(0, strikes - 1) * STRIKES_APART;
  if (first) return FIRST_LINE + inRow;
  return strikes > 0 ? AFTER_STRIKE + inRow : AT_START;
}

/** The lines of a part within its window, and the tone that goes along with them. In a silence there is neither [N22]. */
function spoken(
  { part }: Stretch,
  { choices, lines, first, last }: Whole,
  { from, to }: { readonly from: Seconds; readonly to: Seconds },
): Pick<PhaseInput, 'lines' | 'breath'> {
  if (part.kind === 'silence') return {};
  const script = practices[part.kind].parts({ ...choices, minutes: part.minutes }, lines, {
    opens: first,
    closes: last,
  });
  const passages = script.flatMap((each) => each.passages);
  const said = fitted(passages, to - from, choices.longestSilence).map((line) => ({
    ...line,
    at: hundredths(line.at + from),
  }));
  const breath = toneOf(script, said, part.minutes * 60);
  return {
    lines: said.map(({ line, at, talk }) => ({ line, at, talk })),
    ...(breath && { breath }),
  };
}

/** The tone is there from the first line that is about it to the first one after that. */
function toneOf(script: readonly Part[], said: readonly Said[], length: Seconds): BreathInput | undefined {
  const nth = script.findIndex(({ breath }) => breath !== undefined);
  const linesOf = (part: Part | undefined) =>
    said.filter(({ line }) => part?.passages.some((passage) => passage.line === line));
  const startOf = (part: Part | undefined) => linesOf(part).map(({ at }) => at - BEFORE_LINE)[0];
  const settled = linesOf(script[nth - 1]).at(-1);
  const from =
    startOf(script[nth]) ?? (settled === undefined ? 0 : settled.at + settled.duration + BEFORE_LINE);
  const to = startOf(script[nth + 1]) ?? length;
  const breath = script[nth]?.breath?.(to - from);
  if (breath === undefined) return undefined;
  return {
    ...breath,
    from: hundredths(breath.from + from),
    ...(breath.to === undefined ? {} : { to: hundredths(breath.to + from) }),
  };
}
