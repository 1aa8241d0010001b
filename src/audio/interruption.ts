import type { Seconds } from '#session/units.ts';

/** The sound stands still for this long before it counts as lost; looked at four times a second, it is noticed within one. */
const STOOD_STILL: Seconds = 0.75;
/** More than this between the time that passed and the sound, and it has stood still without saying so. */
const BEHIND: Seconds = 3;
/** For so long the clock of a context has to move before it is believed. */
const PROOF: Seconds = 0.5;
/** How long a context that was asked to go on may take to prove it. */
const RESUME_LIMIT: Seconds = 2;
/** The same for a new one: a device may take its time to wake up. */
const REBUILD_LIMIT: Seconds = 4;

/** Where the sound of a session is: as it should be, or on its way back. */
type Stage =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'sounding' }
  /** Something else has the sound, or the page is frozen: until it lets go, nothing is tried. */
  | { readonly kind: 'held' }
  /** `from`: its clock when it was first looked at. */
  | {
      readonly kind: 'proving';
      readonly by: 'resume' | 'rebuild';
      readonly from?: Seconds;
      readonly until: Seconds;
    }
  /** Only a tap brings it back, or the device itself. */
  | { readonly kind: 'asking'; readonly from?: Seconds };

/** All that is known of a session's sound. */
export interface Keeping {
  readonly stage: Stage;
  readonly frozen: boolean;
  /** The context's clock when it was seen to move last, and when that was. */
  readonly clock: Seconds;
  readonly movedAt: Seconds;
}

export const NOTHING_KEPT: Keeping = { stage: { kind: 'quiet' }, frozen: false, clock: 0, movedAt: 0 };

/** What the context says of itself, and its clock; how far `behind` the time that passed since it began to sound. */
interface Look {
  readonly kind: 'look';
  readonly state: AudioContextState;
  readonly time: Seconds;
  readonly behind: Seconds;
}

/** What may happen to the sound. */
export type Happening =
  | Look
  | { readonly kind: 'begun' }
  /** It was to begin and could not. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'let-go' }
  /** The audio thread found that it had stood still, and sends silence since. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'frozen' }
  | { readonly kind: 'thawed' }
  | { readonly kind: 'tap' };

/** What gives hope: that something lets go, what is tried, or a tap. */
export type Hope = 'waits' | 'tries' | 'tap';

export type Act =
  /** What sounds, and what was handed over to sound, is taken back; softly only where it can still be heard. */
  | { readonly kind: 'hush'; readonly softly: boolean }
  | { readonly kind: 'tell'; readonly hope: Hope }
  | { readonly kind: 'suspend' | 'resume' | 'rebuild' | 'take-up' };

export interface Step {
  readonly keeping: Keeping;
  readonly acts: readonly Act[];
}

/**
 * What comes of something that happened at `now` (seconds of a clock that only moves forward). A context is never asked
 * to go on while something else has the sound: on iOS that can leave it wedged. It is asked once, and believed when its
 * clock has moved; else another one takes its place, at last on a tap.
 */
export function stepAfter(keeping: Keeping, happening: Happening, now: Seconds): Step {
  switch (happening.kind) {
    case 'look':
      return looked(seen(keeping, happening, now), happening, now);
    case 'begun':
      return stay({ ...keeping, stage: { kind: 'sounding' }, movedAt: now });
    case 'let-go':
      return stay(NOTHING_KEPT); // a page that is not followed tells of no thaw
    case 'gap':
      return keeping.stage.kind === 'sounding' ? lost(retried(keeping, now), false) : stay(keeping);
    case 'frozen':
      return frozen({ ...keeping, frozen: true });
    case 'thawed':
      return stay({ ...keeping, frozen: false }); // the look that follows tells what to do
    case 'refused':
      return isWanted(keeping) ? asked(keeping) : stay(keeping);
    case 'tap':
      return isLost(keeping) ? rebuilt({ ...keeping, frozen: false }, now) : stay(keeping);
  }
}

/** Whether something should sound and does not. */
export function isLost(keeping: Keeping): boolean {
  return isWanted(keeping) && keeping.stage.kind !== 'sounding';
}

function isWanted({ stage }: Keeping): boolean {
  return stage.kind !== 'quiet';
}

function seen(keeping: Keeping, { time }: Look, now: Seconds): Keeping {
  return time === keeping.clock ? keeping : { ...keeping, clock: time, movedAt: now };
}

function looked(keeping: Keeping, look: Look, now: Seconds): Step {
  switch (keeping.stage.kind) {
    case 'quiet':
      return stay(keeping);
    case 'sounding':
      return sounding(keeping, look, now);
    case 'held':
      return keeping.frozen || look.state === 'interrupted' ? stay(keeping) : retried(keeping, now);
    case 'proving':
      return proving(keeping, { ...keeping.stage }, look, now);
    case 'asking':
      if (look.state === 'interrupted') return held(keeping);
      return isProven(keeping.stage.from, look)
        ? back(keeping)
        : stay({ ...keeping, stage: { kind: 'asking', from: keeping.stage.from ?? look.time } });
  }
}

function sounding(keeping: Keeping, look: Look, now: Seconds): Step {
  if (look.state === 'interrupted') return lost(held(keeping), false);
  if (look.state !== 'running') return lost(retried(keeping, now), false);
  const stoodFor = now - keeping.movedAt;
  if (stoodFor < STOOD_STILL && look.behind <= BEHIND) return stay(keeping);
  return lost(retried(keeping, now), stoodFor === 0);
}

function proving(
  keeping: Keeping,
  stage: Extract<Stage, { readonly kind: 'proving' }>,
  look: Look,
  now: Seconds,
): Step {
  if (look.state === 'interrupted') return held(keeping);
  if (isProven(stage.from, look)) return back({ ...keeping, movedAt: now });
  if (now < stage.until && look.state !== 'closed')
    return stay({ ...keeping, stage: { ...stage, from: stage.from ?? look.time } });
  return stage.by === 'resume' ? rebuilt(keeping, now) : asked(keeping);
}

function isProven(from: Seconds | undefined, { state, time }: Look): boolean {
  return state === 'running' && from !== undefined && time - from >= PROOF;
}

function frozen(keeping: Keeping): Step {
  const { kind } = keeping.stage;
  if (kind === 'quiet' || kind === 'asking') return stay(keeping);
  const { acts, ...step } = held(keeping);
  const suspended: Step = { ...step, acts: [{ kind: 'suspend' }, ...acts] };
  return kind === 'sounding' ? lost(suspended, false) : suspended;
}

function stay(keeping: Keeping): Step {
  return { keeping, acts: [] };
}

function after(keeping: Keeping, ...acts: Act[]): Step {
  return { keeping, acts };
}

function lost({ keeping, acts }: Step, softly: boolean): Step {
  return { keeping, acts: [{ kind: 'hush', softly }, ...acts] };
}

function held(keeping: Keeping): Step {
  return after({ ...keeping, stage: { kind: 'held' } }, { kind: 'tell', hope: 'waits' });
}

function retried(keeping: Keeping, now: Seconds): Step {
  const stage: Stage = { kind: 'proving', by: 'resume', until: now + RESUME_LIMIT };
  return after({ ...keeping, stage }, { kind: 'resume' }, { kind: 'tell', hope: 'tries' });
}

function rebuilt(keeping: Keeping, now: Seconds): Step {
  const stage: Stage = { kind: 'proving', by: 'rebuild', until: now + REBUILD_LIMIT };
  return after({ ...keeping, stage }, { kind: 'rebuild' }, { kind: 'tell', hope: 'tries' });
}

function asked(keeping: Keeping): Step {
  return after({ ...keeping, stage: { kind: 'asking' } }, { kind: 'tell', hope: 'tap' });
}

function back(keeping: Keeping): Step {
  return after({ ...keeping, stage: { kind: 'sounding' } }, { kind: 'take-up' });
}
