import type { BreathMoment, Breathing } from './breath.ts';
import { breathAt } from './breath.ts';
import { isVoice } from './cues.ts';
import type { Plan } from './plan.ts';
import type { PlaceOf } from './practices/place.ts';
import type { Region } from './regions.ts';
import { isSilent } from './state.ts';
import type { Timeline } from './timeline.ts';
import { later, within, type SessionTime, type Span } from './units.ts';

/** All that the view needs of a timeline, for whoever knows what time it is in the session [PV4]. */
export interface Score {
  readonly phases: readonly (Span & { readonly phase: string; readonly title?: string | undefined })[];
  readonly breaths: readonly (Span & { readonly origin: SessionTime; readonly breath: Breathing })[];
  readonly places: readonly { readonly at: SessionTime; readonly regions: readonly Region[] }[];
  readonly captions: readonly (Span & { readonly text: string })[];
}

/** One moment of it. */
export interface Moment {
  readonly phase: string | undefined;
  readonly title: string | undefined;
  readonly breath: BreathMoment | undefined;
  /** Where a body scan is, and where it has been. */
  readonly here: readonly Region[];
  readonly been: readonly Region[];
  readonly caption: string | undefined;
}

export function scoreOf(timeline: Timeline, plan: Plan, placeOf: PlaceOf): Score {
  const said = timeline.cues.filter(isVoice);
  return {
    phases: timeline.spans.map(({ phase, from, to }) => ({
      phase,
      title: plan.phases.find((each) => each.phase === phase)?.title,
      from,
      to,
    })),
    breaths: leads(timeline) ? breathsOf(timeline) : [],
    places: said
      .filter(({ asked }) => !asked)
      .flatMap(({ at, clip }) => {
        const regions = placeOf(clip);
        return regions === undefined ? [] : [{ at, regions }];
      }),
    captions: said.map(({ at, duration, text }) => ({ from: at, to: later(at, duration), text })),
  };
}

/** A silence and the grounding ladder lead no breath: what is not to be heard is not to be seen either [PV5]. */
function leads({ state }: Timeline): boolean {
  return !isSilent(state) && state.rung === 0;
}

function breathsOf({ layers }: Timeline): Score['breaths'] {
  return layers.flatMap(({ sound, from, to }) => {
    if (sound.kind !== 'breath') return [];
    const { origin, pattern, topUp, fromRate } = sound;
    return [{ from, to, origin, breath: { pattern, topUp, fromRate } }];
  });
}

export function momentOf(score: Score, at: SessionTime): Moment {
  const phase = score.phases.find((span) => within(at, span));
  const visited = score.places.filter((place) => place.at <= at);
  return {
    phase: phase?.phase,
    title: phase?.title,
    breath: breathOf(score, at),
    here: visited.at(-1)?.regions ?? [],
    been: [...new Set(visited.flatMap(({ regions }) => regions))],
    caption: score.captions.findLast((span) => within(at, span))?.text,
  };
}

/** Asked for each frame: the breath alone. Of two that overlap the later one leads. */
export function breathOf({ breaths }: Score, at: SessionTime): BreathMoment | undefined {
  const led = breaths.findLast((span) => within(at, span));
  return led === undefined ? undefined : breathAt(led.breath, led.origin, at);
}
