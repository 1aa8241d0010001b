import type { Messages } from '#messages/messages.ts';
import type { PracticeTexts } from '#messages/practising.ts';
import type { KeptPractice } from '#session/kept-practice-reading.ts';
import { isOwn } from '#session/layers.ts';

/** What a practice is called, and in a few words how it goes. */
export function inWords(
  kept: Pick<KeptPractice, 'practice' | 'variant' | 'minutes' | 'beds' | 'own'>,
  texts: PracticeTexts,
  words: Messages,
): { readonly name: string; readonly about: string } {
  const { practice, variant } = kept;
  const special = practice === 'body-scan' && variant !== 'standard';
  const name = typeof practice === 'string' ? texts.practices[practice].name : practice.name;
  const heard = kept.beds.filter(({ muted }) => muted !== true);
  const beds = heard.flatMap(({ sound }) =>
    isOwn(sound) ? (kept.own.find(({ id }) => id === sound)?.title ?? []) : words.beds[sound].toLowerCase(),
  );
  return {
    name: special ? `${name}, ${texts.scan.variants[variant].name.toLowerCase()}` : name,
    about: [words.minutes(kept.minutes), ...beds].join(', '),
  };
}
