import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NOTHING_KEPT,
  stepAfter,
  type Act,
  type Happening,
  type Keeping,
} from '../../src/audio/interruption.ts';
import { DeviceModel, type Fate, type Letting, type Taking } from '../helpers/audio/device-model.ts';

/** The machine with a clock beside it, and what it did so far. */
function keeper() {
  let keeping: Keeping = NOTHING_KEPT;
  let now = 0;
  const acts: Act[] = [];
  const hear = (happening: Happening) => {
    const step = stepAfter(keeping, happening, now);
    keeping = step.keeping;
    acts.push(...step.acts);
  };
  hear({ kind: 'begun' });
  return {
    hear,
    look: (time: number, state: AudioContextState = 'running', behind = 0) =>
      hear({ kind: 'look', state, time, behind }),
    pass: (seconds: number) => void (now += seconds),
    /** What was done since it was asked last. */
    done: () => acts.splice(0).map((act) => (act.kind === 'tell' ? act.hope : act.kind)),
  };
}

describe('the sound of a session', () => {
  it('[E11] [E60] believes the clock alone: a context that says running and stands still is noticed within a second', () => {
    const { look, pass, done } = keeper();
    for (const time of [0.25, 0.5, 0.75, 0.75, 0.75]) {
      pass(0.25);
      look(time);
    }
    expect(done()).toEqual([]);
    pass(0.25);
    look(0.75);
    expect(done()).toEqual(['hush', 'resume', 'tries']);
  });

  // Mutant: `let-go` that keeps `frozen` -> red: after a call the next is taken for frozen, and only a tap brings it back.
  it('[E61] one that was let go of while its page was frozen leaves nothing to the next', () => {
    const { hear, look, pass, done } = keeper();
    hear({ kind: 'frozen' });
    hear({ kind: 'let-go' });
    hear({ kind: 'begun' });
    done();
    for (const state of ['running', 'interrupted', 'suspended'] as const) {
      pass(0.25);
      look(0.25, state);
    }
    expect(done()).toEqual(['hush', 'waits', 'resume', 'tries']);
  });
});

/** How many sequences; `npm run reliability` asks for a hundred thousand. */
const RUNS = Number(process.env['RUNS'] ?? 5000);
/** Asked to go on for two seconds, a new one waited for four, its proof, a look more. */
const BACK_WITHIN_LOOKS = 4 * 7;

const fates = fc.array<Fate>(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('passes' as const), looks: fc.integer({ min: 1, max: 30 }) }),
    },
    fc.record({
      kind: fc.constant('taken' as const),
      as: fc.constantFrom<Taking>('interrupted', 'suspended', 'says running'),
    }),
    fc.record({
      kind: fc.constant('let go' as const),
      and: fc.constantFrom<Letting>('runs', 'waits for resume', 'is wedged'),
    }),
    fc.record({ kind: fc.constantFrom('closed' as const, 'tap' as const, 'begin fails' as const) }),
    fc.record({
      kind: fc.constant('frozen' as const),
      seconds: fc.constantFrom(1, 2, 3, 5, 60, 600),
      told: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('wall jumps' as const), seconds: fc.integer({ min: 1, max: 20 }) }),
  ),
  { minLength: 1, maxLength: 15 },
);

function lives(model: DeviceModel, looks: number): void {
  for (let look = 0; look < looks && !model.sounds; look++) model.pass();
}

describe('a session whose sound is taken, frozen, closed and let go', () => {
  // Mutant: `held` that is left while interrupted -> fails: asked to go on while interrupted.
  // Mutant: `frozen` that changes nothing -> fails: a stale cue, where no gate is on the audio thread.
  // Mutant: `gap` that changes nothing -> fails: silent for two seconds, and nobody told.
  // Mutant: `lost` without its hush -> fails: taken up over what still plays.
  // Mutant: `proving` without an end, or that begins anew for ever -> fails: neither back nor asked for.
  // Mutant: proven by its state alone -> fails: taken up on a device that does not sound.
  // Mutant: no STOOD_STILL, or no BEHIND -> fails: nobody told.
  // Mutant: `refused` or `tap` that changes nothing; `proving` or `asking` that does not wait while interrupted -> fails.
  it(`[E61] keeps in ${RUNS} random sequences what has to be kept`, () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fates, (startsAlone, gated, sequence) => {
        const model = new DeviceModel(startsAlone, gated);
        for (const fate of sequence) model.meet(fate);
        model.endTaking();
        lives(model, BACK_WITHIN_LOOKS);
        if (!model.sounds) expect(model.hope).toBe('tap');
        model.meet({ kind: 'tap' });
        lives(model, BACK_WITHIN_LOOKS);
        expect(model.sounds).toBe(true);
        expect(model.wrongs).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  // Mutant: asking for a tap where `resume` did not help -> fails.
  it('[E62] comes back without a tap where the browser allows it: from a call, a freeze, a wedged or a closed context', () => {
    const ends: readonly (readonly Fate[])[] = [
      ...(['runs', 'waits for resume', 'is wedged'] as const).map((and): Fate[] => [
        { kind: 'taken', as: 'interrupted' },
        { kind: 'passes', looks: 90 },
        { kind: 'let go', and },
      ]),
      [{ kind: 'frozen', seconds: 600, told: true }],
      [{ kind: 'frozen', seconds: 600, told: false }],
      [{ kind: 'closed' }],
    ];
    for (const fatesOf of ends) {
      const model = new DeviceModel(true, true);
      for (const fate of fatesOf) model.meet(fate);
      lives(model, BACK_WITHIN_LOOKS);
      expect([model.sounds, model.wrongs]).toEqual([true, []]);
    }
  });
});
