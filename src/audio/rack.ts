import { layerLevel, type Bus, type Layer } from '#session/layers.ts';
import { later, latest, type Seconds, type SessionTime } from '#session/units.ts';
import type { AudioTime, Clock } from './clock.ts';
import type { LayerPlayer } from './players/contract.ts';
import { writtenLevel, type WrittenLevel } from './ramp.ts';

/** A layer's sources exist this long before they are heard. */
const READY_AHEAD: Seconds = 420;
/** Modulation is handed over at least five minutes ahead, in portions of this. */
const PORTION: Seconds = 30;
const HANDED_AHEAD: Seconds = 330;
/** Reaches to the end of the curves' block of ten seconds that it falls in. */
const FIRST_PORTION: Seconds = 2;

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
  const { clock } = parts;
  const running = new Map<string, Running>();
  let wanted: readonly Layer[] = [];

  function takeUp(now: SessionTime): void {
    for (const layer of wanted) {
      const due = layer.from < later(now, READY_AHEAD) && layer.to > now;
      if (due && !running.has(layer.id) && parts.isReady(layer))
        running.set(layer.id, start(parts, layer, latest(layer.from, now)));
    }
  }

  return {
    begin(layers, at) {
      wanted = layers;
      takeUp(at);
      for (const each of running.values()) handOverFirst(parts, each, at);
    },
    load(layers, from) {
      wanted = layers;
      const now = clock.at(from);
      for (const each of [...running.values()])
        if (!follow(each, layers, from, clock)) clear(running, each, now);
    },
    topUp() {
      const now = clock.position();
      takeUp(later(now, 0.05));
      for (const each of [...running.values()])
        if (each.layer.to < later(now, -0.5)) clear(running, each, now);
        else {
          handOver(parts, each, now);
          each.player.tend?.(now);
        }
    },
    close() {
      for (const each of [...running.values()]) clear(running, each, clock.position());
    },
  };
}

function start({ context, clock, destination, createPlayer }: Parts, layer: Layer, at: SessionTime): Running {
  const gain = new GainNode(context, { gain: 0 }); // its first sample may come a rounding before its first level
  gain.connect(destination(layer.bus));
  const player = createPlayer(layer, gain);
  const level = writtenLevel(gain.gain, clock);
  if (at > layer.from) level.enter(layerLevel(layer), clock.when(at));
  else level.write(layerLevel(layer), clock.when(at));
  player.start(at);
  return { layer, player, gain, level, startsAt: at, handedTo: at };
}

function clear(running: Map<string, Running>, { layer, player, gain }: Running, at: SessionTime): void {
  running.delete(layer.id);
  player.stop(at);
  gain.disconnect();
}

/** At a tap only what is on at once, and of that no more than until the first ticks have come: sound should not wait for arithmetic. */
function handOverFirst({ handedAhead }: Parts, each: Running, at: SessionTime): void {
  if (handedAhead !== undefined) handOverTo(each, later(latest(at, each.startsAt), handedAhead));
  else if (each.startsAt <= at) handOverTo(each, later(at, FIRST_PORTION));
}

/** One portion a turn: to work all of them out at once holds the page up for 150 ms, just when sound should begin. */
function handOver({ handedAhead }: Parts, each: Running, now: SessionTime): void {
  const from = latest(now, each.startsAt);
  if (handedAhead !== undefined) handOverTo(each, later(from, handedAhead));
  else if (each.handedTo < later(from, HANDED_AHEAD)) handOverTo(each, later(each.handedTo, PORTION));
}

function handOverTo(each: Running, to: SessionTime): void {
  each.player.commit(each.handedTo, to);
  each.handedTo = to;
}

/** Follows what has become of its layer; false where it cannot: one that has not begun is made anew when anything has changed. */
function follow(each: Running, layers: readonly Layer[], from: AudioTime, clock: Clock): boolean {
  const at = clock.at(from);
  const layer = layers.find(({ id }) => id === each.layer.id);
  if (layer === undefined) return false;
  if (each.startsAt > at) return JSON.stringify(layer) === JSON.stringify(each.layer);
  if (each.layer === layer) return true;
  each.level.write(layerLevel(layer), from);
  if (each.layer.sound !== layer.sound) each.player.update(layer.sound, at);
  each.layer = layer;
  return true;
}
