/**
 * A part of the catalogue that comes with the screen it is for, so that the first view does not carry it. Speaks English
 * where it does not know the language yet.
 */
export function chapter<Texts>(
  languages: { readonly en: Texts } & Readonly<Record<string, Texts>>,
): (language: string) => Texts {
  return (language) => languages[language] ?? languages.en;
}
