import type { Bus, Layer } from '#session/layers.ts';
import { earliest, later, latest, OPEN, type Seconds, type SessionTime } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';
import type { LayerPlayer } from './players/player.ts';
import { writtenLevel, type WrittenLevel } from './ramp.ts';

/** A layer's sources exist this long before they are heard. */
const READY_AHEAD: Seconds = 420;
/** Modulation is handed over at least five minutes ahead, in portions of this. */
const PORTION: Seconds = 30;
const HANDED_AHEAD: Seconds = 330;

/** The layers that are on or soon will be, each with a gain of its own. */
export interface Rack {
  begin(layers: readonly Layer[], at: SessionTime): void;
  load(layers: readonly Layer[], from: AudioTime): void;
  topUp(): void;
  close(): void;
}

interface Parts {
  readonly context: BaseAudioContext;
  readonly clock: Clock;
  readonly destination: (bus: Bus) => AudioNode;
  readonly createPlayer: (layer: Layer, destination: AudioNode) => LayerPlayer;
  /** Whether a layer's sounds are made; one that has to wait comes in when they are. */
  readonly isReady: (layer: Layer) => boolean;
  /** How far ahead modulation is handed over; an offline render hands over all there is. */
  readonly handedAhead?: Seconds;
}

interface Running {
  layer: Layer;
  readonly player: LayerPlayer;
  readonly gain: GainNode;
  readonly level: WrittenLevel;
  readonly startsAt: SessionTime;
  handedTo: SessionTime;
}

/** Starts layers before they are heard, keeps their modulation ahead of the ear, and clears away those that have faded. */
export function createRack(parts: Parts): Rack {
  const { clock, context } = parts;
  const running = new Map<string, Running>();
  let wanted: readonly Layer[] = [];

  function start(layer: Layer, at: SessionTime): void {
    const gain = new GainNode(context, { gain: 0 }); // its first sample may come a rounding before its first level
    gain.connect(parts.destination(layer.bus));
    const player = parts.createPlayer(layer, gain);
    const level = writtenLevel(gain.gain, clock);
    if (at > layer.from) level.enter(layer.level, clock.when(at));
    else level.write(layer.level, clock.when(at));
    player.start(at);
    running.set(layer.id, { layer, player, gain, level, startsAt: at, handedTo: at });
  }

  function clear(each: Running, at: SessionTime): void {
    running.delete(each.layer.id);
    each.player.stop(at);
    each.gain.disconnect();
  }

  /** One portion a turn: to work all of them out at once holds the page up for 150 ms, just when sound should begin. */
  function handOver(each: Running, now: SessionTime): void {
    if (parts.handedAhead !== undefined) handOverTo(each, later(now, parts.handedAhead));
    else if (each.handedTo < later(now, HANDED_AHEAD)) handOverTo(each, later(each.handedTo, PORTION));
  }

  function handOverTo(each: Running, to: SessionTime): void {
    each.player.commit(each.handedTo, to);
    each.handedTo = to;
  }

  function takeUp(now: SessionTime): void {
    for (const layer of wanted) {
      const due = layer.from < later(now, READY_AHEAD) && layer.to > now;
      if (due && !running.has(layer.id) && parts.isReady(layer)) start(layer, latest(layer.from, now));
    }
  }

  function topUp(): void {
    const now = clock.position();
    takeUp(later(now, 0.05));
    for (const each of [...running.values()]) {
      if (each.layer.to < later(now, -0.5)) clear(each, now);
      else handOver(each, latest(now, each.startsAt));
    }
  }

  return {
    begin(layers, at) {
      wanted = layers;
      takeUp(at);
      for (const each of running.values()) handOver(each, latest(at, each.startsAt));
    },
    load(layers, from) {
      wanted = layers;
      const now = clock.at(from);
      const byId = new Map(layers.map((layer) => [layer.id, layer]));
      for (const each of [...running.values()]) {
        const layer = byId.get(each.layer.id);
        const begun = each.startsAt <= now;
        if (layer === undefined || !(begun || sameLayer(each.layer, layer))) clear(each, now);
        else follow(each, layer, from, clock);
      }
    },
    topUp,
    close() {
      for (const each of [...running.values()]) clear(each, earliest(clock.position(), OPEN));
    },
  };
}

/** One that has not begun is made anew when anything about it has changed. */
function sameLayer(one: Layer, other: Layer): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function follow(each: Running, layer: Layer, from: AudioTime, clock: Clock): void {
  if (each.layer === layer) return;
  each.level.write(layer.level, from);
  if (each.layer.sound !== layer.sound) each.player.update(layer.sound, clock.at(from));
  each.layer = layer;
}
