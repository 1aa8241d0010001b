import type { BellsInput } from '#session/bells.ts';
import type { BellId } from '#session/cues.ts';
import type { BeatsKind, BedSound, Bus } from '#session/layers.ts';
import type { Plan, RouteId, Talk } from '#session/plan.ts';
import { plannedLog } from '#session/rehearsal.ts';
import { routes } from '#session/routes/all.ts';
import { defaultChoices, type BedInput } from '#session/routes/shape.ts';
import { buildTimeline, type Timeline } from '#session/timeline.ts';
import type { Decibels, Hertz } from '#session/units.ts';
import type { Outside } from './ports.ts';
import type { Guide } from './guide.ts';
import { BreathSetup } from './breath-setup.svelte.ts';

export type Answer = 'unknown' | 'no' | 'yes';
/** Whether beats of a kind may be chosen, and if not, what stands against it. */
export type BeatsGate = 'allowed' | 'ask-seizure' | 'seizure' | 'ask-headphones' | 'headphones';

const MOST_BEDS = 6;
const START_WITH = defaultChoices(routes.iv);

/** What a facilitator chooses before a session. */
export class SessionSetup {
  route = $state<RouteId>('iv');
  talk = $state<Talk>(START_WITH.talk);
  bell = $state<BellId>(START_WITH.bell);
  bells = $state.raw<BellsInput>(START_WITH.bells);
  carrier = $state<Hertz>(START_WITH.carrier);
  devices = $state<1 | 2 | 3>(START_WITH.devices);
  lozengeHold = $state(START_WITH.lozengeHold);
  seizureHistory = $state<Answer>('unknown');
  headphones = $state<Answer>('unknown');
  #beds = $state.raw<readonly BedInput[]>(START_WITH.beds);
  readonly breath = new BreathSetup(() => this.route);
  #beats = $state<BeatsKind | 'none'>('none');
  #levels = $state.raw<Readonly<Record<Bus, Decibels>>>(START_WITH.levels);
  #minutes = $state.raw<Readonly<Record<string, number>>>({});
  /** Who says the lines. */
  guide: Guide;
  readonly #dice: () => number;

  constructor({ guides, dice }: Pick<Outside, 'guides' | 'dice'>) {
    this.guide = $state.raw(guides.shipped);
    this.#dice = dice;
  }

  /** What is chosen, as far as the answers about seizures and headphones allow it. */
  readonly beats = $derived(
    this.#beats === 'none' || this.gateOf(this.#beats) === 'allowed' ? this.#beats : 'none',
  );
  readonly levels = $derived(this.#levels);
  readonly beds = $derived(this.#beds);
  /** Of the chosen route, in the plan's order. */
  readonly minutes = $derived<Readonly<Record<string, number>>>({
    ...routes[this.route].minutes,
    ...this.#minutes,
  });
  readonly plan = $derived<Plan>(
    routes[this.route].build({
      talk: this.talk,
      beds: this.#beds,
      own: [],
      bell: this.bell,
      bells: this.bells,
      beats: this.beats,
      carrier: this.carrier,
      levels: this.#levels,
      minutes: this.minutes,
      devices: this.devices,
      lozengeHold: this.lozengeHold,
      breath: this.breath.first,
      onsetBreath: this.breath.later,
    }),
  );
  /** As it will go if everything goes as planned; for the tide and the times. */
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

  /** What random bells are thrown with: a number a plan can keep. */
  seed(): number {
    return Math.floor(this.#dice() * 2 ** 31);
  }

  chooseRoute(route: RouteId): void {
    this.route = route;
    this.#minutes = {};
  }

  /** Puts a bed under the others, or takes it away; at most six sound together. */
  toggleBed(sound: BedSound): void {
    const others = this.#beds.filter((bed) => bed.sound !== sound);
    if (others.length < this.#beds.length) this.#beds = others;
    else if (others.length < MOST_BEDS) this.#beds = [...others, { sound }];
  }

  chooseBeats(kind: BeatsKind | 'none'): void {
    this.#beats = kind;
  }

  setMinutes(phase: string, minutes: number): void {
    this.#minutes = { ...this.#minutes, [phase]: Math.min(240, Math.max(1, minutes)) };
  }

  setLevel(bus: Bus, level: Decibels): void {
    this.#levels = { ...this.#levels, [bus]: level };
  }

  /** Beats stay off with a history of seizures; two different tones in two ears need headphones. */
  gateOf(kind: BeatsKind): BeatsGate {
    if (this.seizureHistory !== 'no') return this.seizureHistory === 'yes' ? 'seizure' : 'ask-seizure';
    if (kind !== 'binaural' || this.headphones === 'yes') return 'allowed';
    return this.headphones === 'no' ? 'headphones' : 'ask-headphones';
  }
}
