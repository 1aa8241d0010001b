import { isUnspoken } from '#session/cues.ts';
import type { Bus } from '#session/layers.ts';
import type { Timeline } from '#session/timeline.ts';
import { earliest, later, latest, START, type Seconds, type SessionTime } from '#session/units.ts';
import type { ClipLoader } from './clip-loader.ts';
import { createClock, type AudioTime } from './clock.ts';
import { createLimiting, type Piece } from './limiter/limiting.ts';
import { NO_OWN_SOUNDS, type OwnHold } from './own/own-bank.ts';
import { createPerformance, loopsFrom, ownBedsFrom, ownBellsFrom, strikesFrom } from './performance.ts';
import type { SoundBank } from './sounds/sound-bank.ts';

/** A 150-minute context would need 3.45 GB; pieces of a minute need 70 MB and join without a seam. */
const PIECE: Seconds = 60;
/** Every piece begins this much early, so that filters have settled when it counts. */
const RUN_UP: Seconds = 2;

export interface RenderParts {
  readonly bank: SoundBank;
  readonly clips: ClipLoader;
  /** The sounds people brought along, where they are; streamed ones cannot be rendered. */
  readonly own?: OwnHold;
  readonly only?: readonly Bus[];
}

/** A stretch of a session, [from, to). */
export interface Stretch {
  readonly from: SessionTime;
  readonly to: SessionTime;
}

/**
 * Renders [from, to) of a timeline with the very code that plays it, piece by piece. Each piece asks what should be
 * sounding at its place, as a session does that comes back after a crash; the limiter alone runs through.
 */
export async function* renderTimeline(
  timeline: Timeline,
  span: Stretch,
  parts: RenderParts,
): AsyncGenerator<Piece> {
  const through = createLimiting(parts.bank.sampleRate);
  for await (const piece of renderUnlimited(timeline, span, parts)) yield through.limited(piece);
  yield through.rest();
}

/** The same before the limiter, for whoever limits elsewhere. */
export async function* renderUnlimited(
  timeline: Timeline,
  span: Stretch,
  parts: RenderParts,
): AsyncGenerator<Piece> {
  const { bank, own = NO_OWN_SOUNDS } = parts;
  const [missing] = await own.load(ownBedsFrom(timeline, START), ownBellsFrom(timeline, START));
  if (missing !== undefined)
    throw new Error(
      `${missing}: expected only sounds that are at hand; own sounds cannot be rendered without theirs`,
    );
  await bank.load([...loopsFrom(timeline, START), ...strikesFrom(timeline, START)]);
  for (let from = span.from; from < span.to; from = later(from, PIECE))
    yield renderPiece(timeline, from, earliest(later(from, PIECE), span.to), parts);
}

async function renderPiece(
  timeline: Timeline,
  from: SessionTime,
  to: SessionTime,
  parts: RenderParts,
): Promise<Piece> {
  const rate = parts.bank.sampleRate;
  const early = latest(START, later(from, -RUN_UP));
  const context = new OfflineAudioContext(2, Math.round((to - early) * rate), rate);
  const clock = createClock(context);
  clock.set(early, 0 as AudioTime);
  await parts.clips.prepare(linesWithin(timeline, early, to));
  const performance = createPerformance({
    context,
    clock,
    destination: context.destination,
    bank: parts.bank,
    clips: parts.clips,
    ...(parts.own === undefined ? {} : { own: heldThroughout(parts.own) }),
    enters: () => true,
    onFault: ({ cue, reason }) => {
      throw new Error(`${cue} could not be rendered: ${reason}`);
    },
    handedAhead: to - early,
    ...(parts.only === undefined ? {} : { only: parts.only }),
  });
  performance.begin(within(timeline, to), early);
  const rendered = await context.startRendering();
  const start = Math.round((from - early) * rate);
  return {
    left: rendered.getChannelData(0).subarray(start),
    right: rendered.getChannelData(1).subarray(start),
  };
}

/** Only what begins before the piece ends: nothing is committed that no one will hear. */
function within(timeline: Timeline, to: SessionTime): Timeline {
  return {
    ...timeline,
    cues: timeline.cues.filter((cue) => cue.at < to),
    layers: timeline.layers.filter((layer) => layer.from < to),
  };
}

function linesWithin(timeline: Timeline, from: SessionTime, to: SessionTime): string[] {
  return timeline.cues
    .filter((cue) => cue.bus === 'voice' && cue.at < to && later(cue.at, cue.duration) > from)
    .filter((cue) => !isUnspoken(cue))
    .map((cue) => cue.clip);
}

/** What one piece wants of them takes nothing from the next. */
function heldThroughout(own: OwnHold): OwnHold {
  return { ...own, load: () => Promise.resolve([]) };
}
