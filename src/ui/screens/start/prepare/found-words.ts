import type { SessionSetup } from '#app/session-setup.svelte.ts';
import type { Messages } from '#messages/messages.ts';
import { preparingTexts } from '#messages/preparing.ts';
import type { Finding } from '#session/rules/ruling.ts';
import { phaseName } from '#ui/words.ts';

/** A finding in one sentence, with its line and its place in the session. */
export function foundWords(
  { rule, phase, at, line }: Finding,
  { plan, guide }: Pick<SessionSetup, 'plan' | 'guide'>,
  words: Messages,
): string {
  const say = preparingTexts(words.language);
  const name = phase === undefined ? undefined : phaseName(words, plan, phase);
  const when =
    at === undefined ? (name === undefined ? '' : say.during(name)) : say.when(Math.round(at / 60), name);
  const text = line === undefined ? undefined : (guide.line(line)?.text ?? line);
  return say.rules[rule].found({ line: text === undefined ? undefined : say.quoted(text), when });
}
