import type { OwnId } from '#session/layers.ts';
import type { OwnBed } from '../own/own-bed.ts';
import { gainOf } from '../ramp.ts';
import type { LayerPlayer, PlayerParts } from './contract.ts';
import { frameAt, startLoop, stopAll } from './graph.ts';
import { createOwnStreamPlayer } from './own-stream.ts';

/** A sound that somebody brought along, as a bed: short ones are loops, long ones are streamed. */
export function createOwnPlayer(parts: PlayerParts, id: OwnId): LayerPlayer {
  const bed = parts.own?.bed(id);
  if (bed === undefined) throw new Error(`${id} was not loaded before its player was made`);
  return bed.kind === 'loop' ? createLoopPlayer(parts, bed) : createOwnStreamPlayer(parts, bed);
}

function createLoopPlayer(parts: PlayerParts, { buffer, gain }: OwnBed & { kind: 'loop' }): LayerPlayer {
  const { context, destination } = parts;
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  const trim = new GainNode(context, { gain: gainOf(gain) });
  source.connect(trim).connect(destination);
  return {
    start: (at) => startLoop(source, frameAt(parts, at)),
    commit() {}, // nothing in it moves
    update() {}, // nor could bend
    stop: (at) => stopAll([source], [trim], parts.when(at)),
  };
}
