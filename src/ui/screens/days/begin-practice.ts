import type { Undertone } from '#app/undertone.svelte.ts';
import type { PlannedPractice } from '#session/practice-plan.ts';

/** Begins a practice at its length; it sounds as what was practised last. */
export async function beginPractice(
  undertone: Undertone,
  { practice, minutes }: Pick<PlannedPractice, 'practice' | 'minutes'>,
): Promise<void> {
  const home = await undertone.places.practice();
  undertone.planning.turnTo(home.setup);
  home.takeOffer({ practice }, minutes);
  void home.began();
  await undertone.begin();
}
