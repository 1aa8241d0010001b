import type { Engine } from '#audio/engine.ts';
import { foretasteOf, mixOf, wayToMix, type Foretaste as Still } from '#session/foretaste.ts';
import type { BedSound } from '#session/layers.ts';
import type { EventBody, SessionLog } from '#session/log.ts';
import { buildTimeline, withEvent, type Timeline } from '#session/timeline.ts';
import { later, latest, START } from '#session/units.ts';
import { ACT_LEAD } from './act-times.ts';
import type { Guide } from './guide.ts';
import type { SoundSetup } from './sound-setup.svelte.ts';
import { createTurns, type Turn, type Turns } from './turns.ts';

/** Said where the whole mix is heard, so that the voice is in it. */
const LINE = 'check.volume';

interface Listened {
  readonly phase: string;
  /** One bed by itself; else all of the mix. */
  readonly alone: BedSound | undefined;
}

interface Playing {
  readonly still: Still;
  readonly guide: Guide;
  log: SessionLog;
  timeline: Timeline;
}

/**
 * The mix as it will be, heard before it begins: by the engine that will play the session, which holds one phase in its
 * middle and follows what is changed on the planner.
 */
export class Foretaste {
  readonly #turns: Turns;
  readonly #setup: () => SoundSetup;
  #listened = $state.raw<Listened | undefined>();
  #failed = $state(false);
  #engine: Engine | undefined;
  #playing: Playing | undefined;
  #unfollow: () => void = () => undefined;

  constructor(openEngine: () => Promise<Engine>, setup: () => SoundSetup) {
    this.#turns = createTurns(openEngine);
    this.#setup = setup;
  }

  /** The phase that is heard, or about to be. */
  get phase(): string | undefined {
    return this.#listened?.phase;
  }
  get alone(): BedSound | undefined {
    return this.#listened?.alone;
  }
  /** The last one could not be heard. */
  get failed(): boolean {
    return this.#failed;
  }

  /** On a tap. What sounds already goes over into it where the phase is the same. */
  async listen(phase: string, alone?: BedSound): Promise<void> {
    const there = this.#playing !== undefined && this.phase === phase;
    this.#listened = { phase, alone };
    if (there) this.#follow();
    else await this.#begin(alone === undefined);
  }

  /** Goes to another phase, where anything is heard at all. */
  goTo(phase: string): void {
    if (this.#listened === undefined || this.phase === phase) return;
    this.#listened = { ...this.#listened, phase };
    void this.#begin(false);
  }

  /** Fades, and lets the device rest. */
  stop(): void {
    if (this.#listened === undefined) return;
    this.#let();
    this.#listened = undefined;
    void this.#turns.stop();
  }

  #let(): void {
    this.#unfollow();
    this.#playing = undefined;
  }

  /** What was heard fades while the other comes in. */
  async #begin(spoken: boolean): Promise<void> {
    this.#let();
    this.#failed = false;
    const outcome = await this.#turns.take((engine, turn) => this.#play(engine, turn, spoken));
    if (outcome !== 'failed') return;
    this.#failed = true;
    this.#listened = undefined;
  }

  async #play(engine: Engine, turn: Turn, spoken: boolean): Promise<void> {
    this.#engine = engine;
    const playing = this.#beginning(spoken);
    if (playing === undefined) {
      this.#listened = undefined; // the plan has no such phase: nothing is about to be heard
      return;
    }
    const { timeline, guide, still } = playing;
    await engine.prepare(timeline, guide, spoken ? [LINE] : []); // what is not there becomes a fault; the rest is heard
    if (!turn.isMine()) return;
    turn.endsBy(() => engine.pause());
    const begun = await engine.begin(timeline, guide, () => still.at);
    if (!turn.isMine()) return;
    if (!begun.ok) throw new Error(begun.problem.kind);
    this.#playing = playing;
    this.#unfollow = $effect.root(() => {
      $effect(() => this.#follow());
    });
  }

  #beginning(spoken: boolean): Playing | undefined {
    const { plan, guide } = this.#setup();
    const still = foretasteOf(plan, this.phase ?? '');
    if (still === undefined) return undefined;
    const playing = { still, guide, log: still.log, timeline: buildTimeline(still.plan, still.log, guide) };
    for (const body of wayToMix(playing.timeline.state.mix, mixOf(still, this.alone)))
      happen(playing, body, still.at);
    if (spoken) happen(playing, { type: 'line-played', line: LINE }, still.at);
    return playing;
  }

  /** What was changed on the planner is heard: by events, or from the beginning where it is another session now. */
  #follow(): void {
    const { plan } = this.#setup();
    const playing = this.#playing;
    const listened = this.#listened;
    if (playing === undefined || listened === undefined || this.#engine === undefined) return;
    const still = foretasteOf(plan, listened.phase);
    if (still === undefined) this.stop();
    else if (ground(still) !== ground(playing.still)) void this.#begin(false);
    else {
      const place = later(this.#engine.position(), ACT_LEAD);
      const way = wayToMix(playing.timeline.state.mix, mixOf(still, listened.alone));
      for (const body of way) happen(playing, body, place);
      if (way.length > 0) this.#engine.load(playing.timeline);
    }
  }
}

/** What no event of a mixer can change. */
function ground({ plan }: Still): string {
  return JSON.stringify([plan.phases, plan.beats, plan.own]);
}

function happen(playing: Playing, body: EventBody, place: Still['at']): void {
  const { log, timeline, still, guide } = playing;
  const at = latest(place, log.at(-1)?.at ?? START);
  playing.log = [...log, { ...body, seq: log.length, at, wallMs: 0 }];
  playing.timeline = withEvent(timeline, still.plan, playing.log, guide);
}
