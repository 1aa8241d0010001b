import type { Engine, EngineHandlers } from '#audio/engine.ts';
import { playable } from '#audio/rendition/formats.ts';
import {
  createRenditionPlayer,
  type RenditionHandlers,
  type RenditionPlayer,
} from '#audio/rendition/player.ts';
import { makeRendition, type Rendition, type RenditionProblem } from '#audio/rendition/rendition.ts';
import type { SilentLoop } from '#platform/silent-loop.ts';
import type { OwnId } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';
import type { Timeline } from '#session/timeline.ts';
import { latest, type Result, type Seconds } from '#session/units.ts';
import { clipsOf, type Guide } from '../guide.ts';
import { LiveSession } from '../live-session.svelte.ts';
import { named } from '../own-missing.ts';
import type { Planning } from '../planning.svelte.ts';
import type { Outside, Problem } from '../ports.ts';
import { sessionToBegin } from '../session-to-begin.ts';

/** Why there is nothing to play yet, as people know it. */
export type NotRendered =
  | Problem
  | { readonly kind: 'not-rendered' }
  | { readonly kind: 'too-long-here'; readonly minutes: number }
  /** What the sounds are called that are too long to come along. */
  | { readonly kind: 'own-streamed'; readonly titles: readonly string[] };

/** `waits`: it is ready, and the browser wants a tap before anything sounds. */
export type RenderingState = 'rendering' | 'ready' | 'waits' | 'refused';

interface Planned {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly guide: Guide;
}

/** A practice on its way into one file, and from there into sound. */
export class Rendering {
  readonly planned: Planned;
  readonly #outside: Outside;
  readonly #engine: Engine;
  readonly #delay: Seconds;
  readonly #stop = new AbortController();
  #state = $state<RenderingState>('rendering');
  #ready = $state<Seconds>(0);
  #problem = $state.raw<NotRendered | undefined>();
  #rendition: Rendition | undefined;

  constructor(outside: Outside, engine: Engine, planned: Planned, delay: Seconds) {
    this.#outside = outside;
    this.#engine = engine;
    this.planned = planned;
    this.#delay = delay;
  }

  get state(): RenderingState {
    return this.#state;
  }
  /** So many seconds are rendered, */
  get ready(): Seconds {
    return this.#ready;
  }
  /** of so many. */
  get whole(): Seconds {
    return this.planned.timeline.to;
  }
  get problem(): NotRendered | undefined {
    return this.#problem;
  }

  /** Renders all of it; the screen stays on meanwhile. Answers whether there is something to play. */
  async make(): Promise<boolean> {
    const screen = this.#outside.keepScreenOn();
    const made = await this.#make().finally(() => screen.release());
    if (this.#stop.signal.aborted) return false;
    this.#state = made.ok ? 'ready' : 'refused';
    if (made.ok) this.#rendition = made.value;
    else this.#problem = made.problem;
    return made.ok;
  }

  /** Leaves it; what is rendered so far is let go of. */
  cancel(): void {
    this.#stop.abort();
  }

  /** Plays it, where the browser lets it: on a tap it does. `begin` shows the session that it has become. */
  async play(begin: (open: (handlers: EngineHandlers) => LiveSession) => Promise<void>): Promise<void> {
    const rendition = this.#rendition;
    if (rendition === undefined || this.#stop.signal.aborted) return;
    this.#rendition = undefined; // a second tap meanwhile has nothing to play
    let live: LiveSession | undefined;
    let told: EngineHandlers | undefined;
    const player = createRenditionPlayer(rendition, {
      ...movedFromOutside(() => live),
      onOnset: (onset) => told?.onOnset(onset),
      onTick: (moving) => told?.onTick(moving),
    });
    this.#outside.announcePlayback();
    const started = await player.start();
    if (!started && !this.#stop.signal.aborted) {
      this.#rendition = rendition;
      this.#state = 'waits';
    }
    if (!started || this.#stop.signal.aborted) return player.close();
    await this.#engine.close(); // one stream is all that the device has to keep awake for
    await begin((handlers) => {
      told = handlers;
      return (live = this.#session(player));
    });
    if (live === undefined) await player.close(); // something else was being begun
  }

  /** Its screen may go dark, and no silent loop is needed beside what plays by itself. */
  #session(player: RenditionPlayer): LiveSession {
    const { plan, guide } = this.planned;
    const media = this.#outside.openMedia();
    const outside: Outside = {
      ...this.#outside,
      keepScreenOn: () => ({ release: nothing }),
      openMedia: async () => ({ ...(await media), openSilentLoop: () => NO_LOOP }),
    };
    const voice = { engine: player, guide, delay: this.#delay };
    return new LiveSession(outside, voice, sessionToBegin(this.#outside, { plan, guide }));
  }

  async #make(): Promise<Result<Rendition, NotRendered>> {
    const { plan, timeline, guide } = this.planned;
    const ready = await this.#engine.prepare(timeline, guide, clipsOf(plan, guide));
    if (!ready.ok) return { ok: false, problem: named(ready.problem, plan) };
    const sounds = this.#engine.sounds(guide);
    const made = await makeRendition(timeline, {
      ...sounds,
      formats: playable(new Audio()),
      onProgress: (seconds) => (this.#ready = seconds),
      signal: this.#stop.signal,
    }).finally(() => sounds.own.close());
    return made.ok ? made : { ok: false, problem: inWords(made.problem, plan) };
  }
}

const nothing = () => undefined;
const NO_LOOP: SilentLoop = { play: nothing, pause: nothing, close: nothing };

function inWords(problem: RenditionProblem, plan: Plan): NotRendered {
  if (problem.kind === 'cancelled') return { kind: 'not-rendered' }; // nobody is there to read it
  if (problem.kind !== 'own-streamed') return problem;
  const titleOf = (id: OwnId) => plan.own.find((sound) => sound.id === id)?.title ?? id;
  return { kind: problem.kind, titles: problem.own.map(titleOf) };
}

/** What the lock screen, a call or headphones do is written down as what the person does is. */
function movedFromOutside(
  live: () => LiveSession | undefined,
): Pick<RenditionHandlers, 'onPaused' | 'onPlays' | 'onMoved'> {
  return {
    onPaused: () => void live()?.pause(),
    onPlays: () => void live()?.bringBack(),
    onMoved(from, to) {
      live()?.told({ type: 'interrupted', reason: 'moved' }, from);
      live()?.told({ type: 'resumed' }, latest(from, to));
      live()?.sound.anchor();
    },
  };
}

/** With what is planned now; it is not changed by what is chosen later. */
export async function openRendering(
  outside: Outside,
  planning: Planning,
  openEngine: () => Promise<Engine>,
): Promise<Rendering> {
  await planning.listening.open(); // the ceiling is part of the plan
  const engine = await openEngine();
  const { plan, timeline, guide } = planning.current;
  return new Rendering(outside, engine, { plan, timeline, guide }, planning.listening.delay);
}
