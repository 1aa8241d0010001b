import type { Engine } from '#audio/engine.ts';
import { endOfCue, isUnspoken, isVoice } from '#session/cues.ts';
import { inContext, type Context } from '#session/in-context.ts';
import { CheckPlayer } from '../check/check-player.svelte.ts';
import { asking, type Guide } from '../guide.ts';
import type { Outside } from '../ports.ts';
import type { SoundSetup } from '../sound-setup.svelte.ts';
import type { Turn } from '../turns.ts';

interface HearingParts extends Pick<Outside, 'playSound'> {
  readonly openEngine: () => Promise<Engine>;
  /** The session that is being planned. */
  readonly setup: SoundSetup;
}

const LOOKED_EVERY_MS = 250;

/** Lets what was recorded be heard: by itself, or where the session that is being planned would say it. */
export class Hearing {
  readonly #parts: HearingParts;
  readonly #player: CheckPlayer;
  #alone: { stop(): void } | undefined;

  constructor(parts: HearingParts) {
    this.#parts = parts;
    this.#player = new CheckPlayer(parts.openEngine);
  }

  /** A piece of a session sounds. */
  get inSession(): boolean {
    return this.#player.sounding;
  }
  /** The device did not let the last piece sound. */
  get failed(): boolean {
    return this.#player.failed;
  }

  alone(sound: ArrayBuffer): void {
    this.stop();
    this.#alone = this.#parts.playSound(sound);
  }

  /** The very engine of sessions plays it, with bed, levels and ducking as they are set. */
  async inContext(guide: Guide, line: string): Promise<void> {
    this.stop();
    await this.#player.start(async (engine, turn) => {
      const context = inContext(this.#parts.setup.plan, guide, asking(guide, line));
      if (context === undefined) throw new Error(`${line} is not said`);
      await this.#play(engine, turn, context, guide);
    });
  }

  stop(): void {
    this.#alone?.stop();
    this.#alone = undefined;
    void this.#player.stop();
  }

  async #play(engine: Engine, turn: Turn, { timeline, from }: Context, guide: Guide): Promise<void> {
    const near = timeline.cues.filter((cue) => isVoice(cue) && !isUnspoken(cue) && endOfCue(cue) > from);
    await engine.prepare(
      timeline,
      guide,
      near.map(({ clip }) => clip),
    );
    if (!turn.isMine()) return;
    turn.endsBy(() => engine.pause());
    const begun = await engine.begin(timeline, guide, () => from);
    if (!turn.isMine()) return;
    if (!begun.ok) throw new Error('the device does not sound');
    // Only for the button: by its end the timeline has faded by itself.
    const looking = setInterval(() => {
      if (engine.position() >= timeline.to) this.stop();
    }, LOOKED_EVERY_MS);
    turn.endsBy(() => {
      clearInterval(looking);
      return engine.pause();
    });
  }
}
