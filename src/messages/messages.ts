import { en } from './en.ts';

/** Every text a person can see or have read to them. English is where it begins; another language is one more file. */
export type Messages = typeof en;

const dictionaries = { en } as const satisfies Readonly<Record<string, Messages>>;

export type MessageLanguage = keyof typeof dictionaries;

export function messages(language: MessageLanguage): Messages {
  return dictionaries[language];
}
