import type { LayerSound } from '#session/layers.ts';
import type { SessionTime } from '#session/units.ts';
import type { OwnHold } from '../own/own-bank.ts';
import type { SoundBank } from '../sounds/sound-bank.ts';

/** Turns session time to the context's clock, in seconds; given by audio/clock.ts. */
export type When = (at: SessionTime) => number;

/** A layer made audible. It is a function of session time: two players begun at different moments sound alike from then on. */
export interface LayerPlayer {
  /** Starts the sources at session time `at` (not in the past), in the state they would have there. */
  start(at: SessionTime): void;
  /** Hands the modulation of [from, to) to the audio thread; windows tile, the first `from` is the start's `at`. */
  commit(from: SessionTime, to: SessionTime): void;
  /** The sound changed in a way that leaves it running (a glide was bent): rewrites what comes after `from`. */
  update(sound: LayerSound, from: SessionTime): void;
  /** Looks after what plays by itself; about once a second, sometimes at once again, and nothing that is heard depends on when. */
  tend?(now: SessionTime): void;
  /** Stops the sources at `at` and lets go of the nodes after. */
  stop(at: SessionTime): void;
}

export type BreathSound = Extract<LayerSound, { kind: 'breath' }>;

/** What a player is made with. */
export interface PlayerParts {
  readonly context: BaseAudioContext;
  readonly destination: AudioNode;
  readonly when: When;
  readonly bank: SoundBank;
  /** The sounds people brought along. */
  readonly own?: OwnHold | undefined;
  /** Told when a layer has stopped by itself and could not be mended. */
  readonly onStopped?: () => void;
  /** Which sea, which wind: a layer keeps its own for the whole session. */
  readonly seed?: number;
}
