import { hzAt } from '#session/automation.ts';
import type { LayerSound } from '#session/layers.ts';
import { later, type SessionTime } from '#session/units.ts';
import { frameAt, holdLead, stopAll, type Frame } from './graph.ts';
import type { LayerPlayer, PlayerParts } from './contract.ts';
import { PULSE, PULSE_MEAN, toneWave, turned } from './tone-waves.ts';
import { cyclesAt } from './tones.ts';

export type BeatsSound = Extract<LayerSound, { kind: 'beats' }>;

/** Amplitude of one tone, for about −36 LUFS; measured with ebur128 at 200 Hz. */
const AMPLITUDE = { binaural: 0.0177, monaural: 0.0125, isochronic: 0.03 };

/** An oscillator whose frequency is `base + share × beat`. */
interface Voice {
  readonly oscillator: OscillatorNode;
  readonly share: number;
  readonly carried: boolean;
  wave(phase: number): PeriodicWave;
}

interface BeatsGraph {
  readonly voices: readonly Voice[];
  readonly output: AudioNode[];
}

/** Beats: two steady tones, or one that pulses. Phases are those of tones that began with the session. */
export function createBeatsPlayer(parts: PlayerParts, sound: BeatsSound): LayerPlayer {
  const { voices, output } = graphOf(parts, sound);
  const oscillators = voices.map(({ oscillator }) => oscillator);
  let now = sound;
  for (const node of output) node.connect(parts.destination);

  const early = holdLead(parts.context);

  function glideFrom({ when, at }: Frame, voice: Voice): void {
    const { frequency } = voice.oscillator;
    for (const point of now.glide) {
      const by = point.at - at - early;
      if (by > 0) frequency.linearRampToValueAtTime(hzOf(now, voice, point.at), when + by);
    }
  }
  return {
    start(at) {
      const frame = frameAt(parts, at);
      for (const voice of voices) {
        voice.oscillator.setPeriodicWave(voice.wave(phaseOf(now, voice, frame.at)));
        voice.oscillator.frequency.setValueAtTime(hzOf(now, voice, later(frame.at, early)), frame.when);
        glideFrom(frame, voice);
        voice.oscillator.start(frame.when);
      }
    },
    commit() {}, // a glide is a few points, handed over whole
    update(sound, from) {
      if (sound.kind !== 'beats') return;
      const before = now;
      now = sound;
      const frame = frameAt(parts, from);
      for (const voice of voices) {
        bend(voice, hzOf(before, voice, frame.at), frame.when - early);
        glideFrom(frame, voice);
      }
    },
    stop: (at) => stopAll(oscillators, output, parts.when(at)),
  };
}

/** Ends the glide at `when` on the line it was on; Firefox and Safari have no cancelAndHoldAtTime. */
function bend({ oscillator }: Voice, hz: number, when: number): void {
  oscillator.frequency.cancelScheduledValues(when);
  oscillator.frequency.linearRampToValueAtTime(hz, when);
}

function hzOf({ carrier, glide }: BeatsSound, { share, carried }: Voice, at: SessionTime): number {
  return (carried ? carrier : 0) + share * hzAt(glide, at);
}

/** Where in its turn the tone is, 0 to 1, had it run since Begin. */
function phaseOf({ carrier, glide }: BeatsSound, { share, carried }: Voice, at: SessionTime): number {
  const turns = (carried ? carrier * at : 0) + share * cyclesAt(glide, at);
  return turns - Math.floor(turns);
}

function graphOf(parts: PlayerParts, { beats }: BeatsSound): BeatsGraph {
  const { context } = parts;
  const tone = (share: number, carried: boolean, wave: Voice['wave']): Voice => {
    const oscillator = new OscillatorNode(context);
    oscillator.frequency.automationRate = 'k-rate'; // sample by sample it costs four times as much; see holdLead
    return { oscillator, share, carried, wave };
  };
  const sine = (phase: number) => toneWave(context, AMPLITUDE[beats], phase);
  if (beats === 'isochronic') {
    const carrier = tone(0, true, sine);
    const pulse = tone(1, false, (phase) => turned(context, PULSE, phase));
    const gate = new GainNode(context, { gain: PULSE_MEAN });
    carrier.oscillator.connect(gate);
    pulse.oscillator.connect(gate.gain);
    return { voices: [carrier, pulse], output: [gate] };
  }
  const low = tone(-0.5, true, sine);
  const high = tone(0.5, true, sine);
  if (beats === 'monaural') return { voices: [low, high], output: [low.oscillator, high.oscillator] };
  const ears = new ChannelMergerNode(context, { numberOfInputs: 2 });
  low.oscillator.connect(ears, 0, 0);
  high.oscillator.connect(ears, 0, 1);
  return { voices: [low, high], output: [ears] };
}
