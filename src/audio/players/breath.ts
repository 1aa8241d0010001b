import { later, START, type Seconds, type SessionTime } from '#session/units.ts';
import { breathCueAt, breathCyclesAt } from './breath-tone.ts';
import { chain, frameAt, holdLead, loopSource, startLoop, stopAll } from './graph.ts';
import { createModulator } from './modulation.ts';
import { movingLowPass } from './ocean.ts';
import type { BreathSound, LayerPlayer, PlayerParts } from './contract.ts';
import { turned, type Harmonics } from './tone-waves.ts';

/** A soft tone: a little octave and twelfth over the fundamental. */
const TIMBRE: Harmonics = { cos: [0, 0, 0], sin: [1, 0.16, 0.05] };
/** How long the old breathing takes to go when the pattern changes. */
const CHANGE: Seconds = 0.4;

/** The breath cue: one tone and one stream of air for the whole layer. */
export function createBreathPlayer(parts: PlayerParts, sound: BreathSound): LayerPlayer {
  let voice = createVoice(parts, sound);
  let committedTo = START;
  return {
    start: (at) => voice.start(at),
    commit(_from, to) {
      committedTo = to;
      voice.commit(to);
    },
    update(next, from) {
      if (next.kind !== 'breath') return;
      voice.fadeOut(from);
      voice = createVoice(parts, next);
      voice.start(from);
      voice.fadeIn(from);
      voice.commit(committedTo);
    },
    stop: (at) => voice.stop(at),
  };
}

interface Voice {
  start(at: SessionTime): void;
  commit(to: SessionTime): void;
  fadeIn(at: SessionTime): void;
  fadeOut(at: SessionTime): void;
  stop(at: SessionTime): void;
}

/** Tone and air, each with a gain; the air through a low-pass that brightens as one breathes in. */
function createNodes(parts: PlayerParts) {
  const { context } = parts;
  const tone = new OscillatorNode(context);
  tone.frequency.automationRate = 'k-rate';
  const air = loopSource(parts, 'breath-air');
  const airTone = movingLowPass(context, 1);
  const toneGain = new GainNode(context, { gain: 0 });
  const airGain = new GainNode(context, { gain: 0 });
  const output = new GainNode(context);
  chain(tone, toneGain, output);
  chain(air, airTone, airGain, output);
  output.connect(parts.destination);
  return { tone, air, output, params: [tone.frequency, toneGain.gain, airTone.frequency, airGain.gain] };
}

function createVoice(parts: PlayerParts, sound: BreathSound): Voice {
  const { context, when } = parts;
  const { tone, air, output, params } = createNodes(parts);
  const early = holdLead(context);
  const modulator = createModulator(parts, {
    params,
    valuesAt(at) {
      const cue = breathCueAt(sound, at);
      const { hz } = breathCueAt(sound, later(at, early));
      return [hz, cue.tone, cue.airHz, cue.air];
    },
  });
  const fade = (from: SessionTime, begin: number, end: number) => {
    output.gain.setValueAtTime(begin, when(from));
    output.gain.linearRampToValueAtTime(end, when(later(from, CHANGE)));
  };
  const stop = (at: SessionTime) => stopAll([tone, air], [output], when(at));
  return {
    start(at) {
      const frame = frameAt(parts, at);
      const turns = breathCyclesAt(sound, frame.at);
      tone.setPeriodicWave(turned(context, TIMBRE, turns - Math.floor(turns)));
      tone.start(frame.when);
      startLoop(air, frame);
      modulator.start(at);
    },
    commit: modulator.commit,
    fadeIn: (at) => fade(at, 0, 1),
    fadeOut(at) {
      fade(at, 1, 0);
      stop(later(at, CHANGE));
    },
    stop,
  };
}
