import type { Engine } from '#audio/engine.ts';
import { breathAt, type BreathMoment } from '#session/breath.ts';
import { isVoice } from '#session/cues.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { tastePlan } from '#session/taste.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import { START, within, type Decibels, type SessionTime } from '#session/units.ts';
import type { Guide } from './guide.ts';
import type { Outside } from './ports.ts';
import { createTurns, type Turn, type Turns } from './turns.ts';

const LOOKED_EVERY_MS = 100;

interface Parts extends Pick<Outside, 'guides' | 'keepScreenOn'> {
  readonly openEngine: () => Promise<Engine>;
  readonly ceiling: Decibels | undefined;
}

/** A minute of what practising is like, by the engine that plays all the rest. Nothing of it is kept. */
export class Taste {
  readonly timeline: Timeline;
  readonly #guide: Guide;
  readonly #turns: Turns;
  readonly #keepScreenOn: Outside['keepScreenOn'];
  #state = $state<'before' | 'sounding' | 'over' | 'failed'>('before');
  #position = $state<SessionTime>(START);
  #engine: Engine | undefined;
  #screen: { release(): void } | undefined;

  constructor({ openEngine, guides, keepScreenOn, ceiling }: Parts) {
    this.#guide = guides.shipped;
    this.#turns = createTurns(openEngine);
    this.#keepScreenOn = keepScreenOn;
    const plan = tastePlan(ceiling);
    this.timeline = buildTimeline(plan, plannedLog(plan), this.#guide);
  }

  get state(): 'before' | 'sounding' | 'over' | 'failed' {
    return this.#state;
  }
  /** What is being said, or was said last. */
  readonly said = $derived.by(
    () => this.timeline.cues.filter(isVoice).findLast(({ at }) => at <= this.#position)?.text,
  );

  /** On a tap. */
  async play(): Promise<void> {
    this.#state = 'sounding';
    this.#position = START;
    this.#screen ??= this.#keepScreenOn();
    const outcome = await this.#turns.take((engine, turn) => this.#play(engine, turn));
    if (outcome === 'failed') this.#rest('failed');
  }

  /** Fades; it can be heard again from its beginning. */
  stop(): void {
    if (this.#state !== 'sounding') return;
    this.#rest('over');
    void this.#turns.stop();
  }

  /** The breath that is heard now. */
  breathNow(): BreathMoment | undefined {
    if (this.#state !== 'sounding' || this.#engine === undefined) return undefined;
    const at = this.#engine.position();
    const layer = this.timeline.layers.find((each) => each.bus === 'breath' && within(at, each));
    return layer?.sound.kind === 'breath' ? breathAt(layer.sound, layer.sound.origin, at) : undefined;
  }

  async #play(engine: Engine, turn: Turn): Promise<void> {
    const clips = this.timeline.cues.filter(isVoice).map(({ clip }) => clip);
    await engine.prepare(this.timeline, this.#guide, clips); // what is not there becomes a fault; the rest is heard
    if (!turn.isMine()) return;
    turn.endsBy(() => engine.pause());
    const begun = await engine.begin(this.timeline, this.#guide, () => START);
    if (!turn.isMine()) return;
    if (!begun.ok) throw new Error(begun.problem.kind);
    this.#engine = engine;
    // Only for what is shown: by its end it has faded by itself.
    const looking = setInterval(() => this.#look(engine.position()), LOOKED_EVERY_MS);
    turn.endsBy(() => {
      clearInterval(looking);
      return engine.pause();
    });
  }

  #look(at: SessionTime): void {
    this.#position = at;
    if (at >= this.timeline.to) this.stop();
  }

  #rest(state: 'over' | 'failed'): void {
    this.#state = state;
    this.#screen?.release();
    this.#screen = undefined;
  }
}
