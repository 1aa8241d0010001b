import type { GuideName } from '#app/guides.ts';
import type { guideTexts } from '#messages/guides.ts';

type Texts = ReturnType<typeof guideTexts>;

/** A guide by the name a person gave it, or by the app's own. */
export function guideName(texts: Texts, { id, name }: GuideName): string {
  return name ?? texts.shipped[id]?.name ?? id;
}

export function guideAbout(texts: Texts, { id }: GuideName): string {
  return texts.shipped[id]?.about ?? texts.ownAbout;
}
