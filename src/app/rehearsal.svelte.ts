import type { Engine } from '#audio/engine.ts';
import { breathAt, type BreathMoment } from '#session/breath.ts';
import type { ClinicTimes } from '#session/clinic.ts';
import { isUnspoken, isVoice } from '#session/cues.ts';
import type { Plan } from '#session/plan.ts';
import { GOES, pieceOf } from '#session/rehearsal-piece.ts';
import type { Step } from '#session/rehearsal-step.ts';
import { lineSteps, rehearsalSteps } from '#session/rehearsal-steps.ts';
import type { Timeline } from '#session/timeline.ts';
import { later, START, within, type SessionTime } from '#session/units.ts';
import type { Guide } from './guide.ts';
import type { Outside } from './ports.ts';
import type { Planning } from './planning.svelte.ts';
import type { SoundSetup } from './sound-setup.svelte.ts';
import { createTurns, type Turn, type Turns } from './turns.ts';

const LOOKED_EVERY_MS = 100;

interface Parts extends Pick<Outside, 'keepScreenOn'> {
  readonly openEngine: () => Promise<Engine>;
  /** What is rehearsed, as it is planned now. */
  readonly setup: Pick<SoundSetup, 'plan' | 'timeline' | 'guide'>;
  readonly times: ClinicTimes;
}

/** What is planned now, once all that has a say in it is here: the ceiling, the clinic's times, the sheet. */
export async function openRehearsal(
  outside: Outside,
  planning: Planning,
  openEngine: () => Promise<Engine>,
): Promise<Rehearsal> {
  const sheet = planning.preparing().then(({ taking }) => taking.settled());
  const [{ times }] = await Promise.all([
    planning.clinic(),
    planning.listening.open(),
    sheet.catch(() => undefined), // a session is begun without it, too
  ]);
  return new Rehearsal({ ...outside, openEngine, setup: planning.current, times });
}

/**
 * A walk through the session that is planned, from cue to cue without the waits, heard through the engine that will play
 * it. No session runs meanwhile: nothing is written down, and no lock is held.
 */
export class Rehearsal {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly guide: Guide;
  readonly steps: readonly Step[];
  /** Those that can be walked alone; none where nothing is said. */
  readonly lines: readonly Step[];
  readonly #turns: Turns;
  readonly #keepScreenOn: Outside['keepScreenOn'];
  #linesOnly = $state(false);
  #step: Step;
  #sounding = $state(false);
  #over = $state(false);
  #failed = $state(false);
  #missing = $state(false);
  #position = $state<SessionTime>(START);
  #engine: Engine | undefined;
  #screen: { release(): void } | undefined;

  constructor({ openEngine, keepScreenOn, setup, times }: Parts) {
    ({ plan: this.plan, timeline: this.timeline, guide: this.guide } = setup);
    const { plan, timeline, guide } = this;
    this.steps = rehearsalSteps({ plan, timeline, repertoire: guide, times });
    this.lines = lineSteps(this.steps);
    const [first] = this.steps;
    if (first === undefined) throw new Error('a session without an end cannot be rehearsed');
    this.#step = $state.raw(first);
    this.#turns = createTurns(openEngine);
    this.#keepScreenOn = keepScreenOn;
  }

  get step(): Step {
    return this.#step;
  }
  get linesOnly(): boolean {
    return this.#linesOnly;
  }
  /** What is walked through. */
  readonly shown = $derived.by(() => (this.#linesOnly ? this.lines : this.steps));
  /** Counted from 0. */
  readonly nth = $derived.by(() => this.shown.indexOf(this.#step));
  /** Goes on by itself, from step to step. */
  get sounding(): boolean {
    return this.#sounding;
  }
  /** The last step has been heard to its end. */
  get over(): boolean {
    return this.#over;
  }
  /** The device did not let it sound. */
  get failed(): boolean {
    return this.#failed;
  }
  /** Something of this step is not there to be heard; the rest is. */
  get missing(): boolean {
    return this.#missing;
  }
  /** Where in the session the ear is. */
  get position(): SessionTime {
    return this.#sounding ? this.#position : this.#step.at;
  }

  /** Sounds this step, and from there all that follow. What was held is heard from the beginning of its step. */
  goOn(): void {
    void this.#sound();
  }

  /** Fades, and waits at this step. */
  hold(): void {
    this.#rest();
    void this.#turns.stop();
  }

  forward(): void {
    this.#goTo(this.shown[this.nth + 1]);
  }

  back(): void {
    this.#goTo(this.shown[this.nth - 1]);
  }

  /** To the beginning of a phase, as far as there is anything to be shown in it. */
  jumpTo(phase: string): void {
    this.#goTo(this.shown.find((step) => step.phase === phase));
  }

  /** Only the lines, or everything; from the nearest step that is shown then. */
  chooseLines(only: boolean): void {
    if (only && this.lines.length === 0) return;
    this.#linesOnly = only;
    const { at } = this.#step;
    if (this.nth < 0) this.#goTo(this.shown.find((step) => step.at >= at) ?? this.shown.at(-1));
  }

  /** The breath that is heard now. */
  breathNow(): BreathMoment | undefined {
    if (!this.#sounding || this.#engine === undefined) return undefined;
    const at = this.#engine.position();
    const layer = this.timeline.layers.findLast((each) => each.bus === 'breath' && within(at, each));
    return layer?.sound.kind === 'breath' ? breathAt(layer.sound, layer.sound.origin, at) : undefined;
  }

  #goTo(step: Step | undefined): void {
    if (step === undefined) return;
    this.#step = step;
    this.#over = false;
    this.#missing = false;
    if (this.#sounding) void this.#sound();
  }

  /** What was heard before fades while this comes in. */
  async #sound(): Promise<void> {
    const step = this.#step;
    this.#sounding = true;
    this.#over = false;
    this.#failed = false;
    this.#position = step.piece.from;
    this.#screen ??= this.#keepScreenOn();
    const outcome = await this.#turns.take((engine, turn) => this.#play(engine, turn, step));
    if (outcome !== 'failed') return;
    this.#rest();
    this.#failed = true;
  }

  async #play(engine: Engine, turn: Turn, step: Step): Promise<void> {
    this.#engine = engine;
    const piece = pieceOf(step, this.timeline);
    const spoken = piece.cues.filter((cue) => isVoice(cue) && !isUnspoken(cue)).map(({ clip }) => clip);
    const ready = await engine.prepare(piece, this.guide, spoken);
    if (!turn.isMine()) return;
    this.#missing = !ready.ok;
    turn.endsBy(() => engine.pause());
    const begun = await engine.begin(piece, this.guide, () => step.piece.from);
    if (!turn.isMine()) return;
    if (!begun.ok) throw new Error(begun.problem.kind);
    // Only for what is shown, and for what comes next: by its end the piece has faded by itself.
    const looking = setInterval(() => this.#look(engine.position(), step), LOOKED_EVERY_MS);
    turn.endsBy(() => {
      clearInterval(looking);
      return engine.pause();
    });
  }

  #look(at: SessionTime, { piece }: Step): void {
    this.#position = at;
    const last = this.nth === this.shown.length - 1;
    if (at < (last ? piece.to : later(piece.to, -GOES))) return;
    if (!last) return this.forward();
    this.hold();
    this.#over = true;
  }

  #rest(): void {
    this.#sounding = false;
    this.#screen?.release();
    this.#screen = undefined;
  }
}
