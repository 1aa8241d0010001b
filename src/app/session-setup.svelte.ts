import type { BeatsKind } from '#session/layers.ts';
import type { Plan, RouteId } from '#session/plan.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import type { Hertz } from '#session/units.ts';
import { SoundSetup, type SetupParts } from './sound-setup.svelte.ts';
import { BreathSetup } from './breath-setup.svelte.ts';

export type Answer = 'unknown' | 'no' | 'yes';
/** Whether beats of a kind may be chosen, and if not, what stands against it. */
export type BeatsGate =
  'allowed' | 'ask-seizure' | 'seizure' | 'ask-headphones' | 'headphones' | 'ask-check' | 'check-failed';

const START_WITH = defaultChoices(routes.iv);

/** What is chosen before anybody chooses. */
export const FIRST_ROUTE: RouteId = 'iv';

/** What a facilitator chooses before a session. */
export class SessionSetup extends SoundSetup {
  route = $state<RouteId>(FIRST_ROUTE);
  carrier = $state<Hertz>(START_WITH.carrier);
  devices = $state<1 | 2 | 3>(START_WITH.devices);
  lozengeHold = $state(START_WITH.lozengeHold);
  pumpMinutes = $state(START_WITH.pumpMinutes);
  seizureHistory = $state<Answer>('unknown');
  headphones = $state<Answer>('unknown');
  readonly breath = new BreathSetup(() => this.route);
  #beats = $state<BeatsKind | 'none'>('none');
  #minutes = $state.raw<Readonly<Record<string, number>>>({});

  constructor(parts: SetupParts) {
    super(START_WITH, parts);
  }

  /** What is chosen, as far as the answers about seizures and headphones allow it. */
  readonly beats = $derived(
    this.#beats === 'none' || this.gateOf(this.#beats) === 'allowed' ? this.#beats : 'none',
  );
  /** What was chosen, whether it may sound or not. */
  get wantedBeats(): BeatsKind | 'none' {
    return this.#beats;
  }
  /** Of the chosen route, in the plan's order. */
  readonly minutes = $derived<Readonly<Record<string, number>>>({
    ...routes[this.route].minutes,
    ...this.#minutes,
  });
  /** What was settled beside the sound may change the plan: regions to avoid, what a rule asked for. */
  amend = $state.raw<(plan: Plan) => Plan>((plan) => plan);
  /** What all choices make, before anything else changes it. */
  readonly chosen = $derived<Plan>(
    routes[this.route].build({
      ...this.soundChoices(),
      beats: this.beats,
      carrier: this.carrier,
      minutes: this.minutes,
      devices: this.devices,
      lozengeHold: this.lozengeHold,
      pumpMinutes: this.pumpMinutes,
      breath: this.breath.first,
      onsetBreath: this.breath.later,
    }),
  );
  readonly plan = $derived.by<Plan>(() => this.amend(this.chosen));
  readonly timeline = $derived.by<Timeline>(() =>
    buildTimeline(this.plan, plannedLog(this.plan), this.guide),
  );
  readonly phases = $derived(
    this.plan.phases.map(({ phase, minutes, openEnded }) => ({ phase, minutes, openEnded })),
  );
  readonly preparationMinutes = $derived(this.minutes['preparation'] ?? 0);
  /** From the medicine to the end. */
  readonly totalMinutes = $derived(
    this.phases.filter(({ openEnded }) => !openEnded).reduce((sum, { minutes }) => sum + minutes, 0),
  );

  chooseRoute(route: RouteId): void {
    this.route = route;
    this.#minutes = {};
  }

  chooseBeats(kind: BeatsKind | 'none'): void {
    this.#beats = kind;
  }

  setMinutes(phase: string, minutes: number): void {
    this.#minutes = { ...this.#minutes, [phase]: Math.min(240, Math.max(1, minutes)) };
  }

  override forget(): void {
    super.forget();
    this.seizureHistory = this.headphones = 'unknown';
  }

  /**
   * Beats stay off with a history of seizures. Two different tones in two ears need headphones, and ears that were checked
   * on them: through speakers, or where both ears get the same, they would be another sound.
   */
  gateOf(kind: BeatsKind): BeatsGate {
    if (this.seizureHistory !== 'no') return this.seizureHistory === 'yes' ? 'seizure' : 'ask-seizure';
    if (kind !== 'binaural') return 'allowed';
    if (this.headphones !== 'yes') return this.headphones === 'no' ? 'headphones' : 'ask-headphones';
    if (this.ears === 'passed') return 'allowed';
    return this.ears === 'failed' ? 'check-failed' : 'ask-check';
  }
}
