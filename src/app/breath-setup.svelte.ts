import { breathGate, startRate, type BreathPlace } from '#session/breath-limits.ts';
import { EXTENDED_EXHALE } from '#session/breath-patterns.ts';
import type { ChosenBreath } from '#session/breath.ts';
import type { RouteId } from '#session/plan.ts';

/** Where a route leads the breath after the preparation: nowhere near a nasal device, and a practice has but one breath. */
const LATER: Readonly<Record<RouteId, BreathPlace | undefined>> = {
  iv: 'medicine',
  im: 'medicine',
  lozenge: 'lozenge',
  nasal: undefined,
  'practice-run': undefined,
};

/** What leads the breath of the session that is being prepared. */
export class BreathSetup {
  readonly #route: () => RouteId;
  #first = $state.raw<ChosenBreath>(EXTENDED_EXHALE);
  #later = $state.raw<ChosenBreath>(EXTENDED_EXHALE);
  /** Breaths a minute, as the person tapped them; the first breath begins there. */
  ownRate = $state<number | undefined>();

  constructor(route: () => RouteId) {
    this.#route = route;
  }

  readonly place = $derived.by<BreathPlace>(() =>
    this.#route() === 'practice-run' ? 'home' : 'preparation',
  );
  /** Where else the breath is led, if anywhere. */
  readonly laterPlace = $derived.by(() => LATER[this.#route()]);
  readonly first = $derived.by<ChosenBreath>(() => {
    const chosen = allowedIn(this.place, this.#first);
    return this.ownRate === undefined ? chosen : { ...chosen, fromRate: startRate(this.ownRate) };
  });
  readonly later = $derived.by<ChosenBreath>(() => allowedIn(this.laterPlace ?? 'medicine', this.#later));

  /** A new choice is also what goes on into the onset, as far as that may be. */
  chooseFirst(breath: ChosenBreath): void {
    this.#first = breath;
    this.#later = breath;
  }

  chooseLater(breath: ChosenBreath): void {
    this.#later = breath;
  }
}

/** What was chosen for another route, or for the preparation, is not led where it may not be. */
function allowedIn(place: BreathPlace, breath: ChosenBreath): ChosenBreath {
  return breathGate(breath, place) === 'allowed' ? breath : EXTENDED_EXHALE;
}
