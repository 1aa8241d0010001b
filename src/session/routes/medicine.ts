import type { Plan, PlanInput } from '../plan.ts';
import { preparation } from './opening.ts';
import { quiet, reentry, rest } from './returning.ts';
import { minutesOf, planFrom, type Choices, type PhaseInput, type Route } from './shape.ts';

/** A session with medicine: all routes prepare, deepen and return alike, and differ in their onset and what is asked at it. */
export function medicineRoute(
  route: Omit<Route, 'build'>,
  onsetOf: (minutes: number, choices: Choices) => PhaseInput,
  more: (choices: Choices) => Partial<PlanInput> = () => ({}),
): Route {
  return { ...route, build };

  function build(choices: Choices): Plan {
    const minutes = (phase: string) => minutesOf(choices, route, phase);
    const phases = [
      preparation(minutes('preparation'), choices.breath),
      onsetOf(minutes('onset'), choices),
      quiet('peak', minutes('peak'), { start: 0, end: 0 }),
      quiet('plateau', minutes('plateau'), { start: 0, end: -2 }),
      reentry(minutes('reentry')),
      rest(minutes('rest')),
    ];
    return planFrom(route, choices, phases, more(choices));
  }
}
