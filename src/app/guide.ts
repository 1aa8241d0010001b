import type { Clip, ClipSource } from '#audio/clip-loader.ts';
import { fetchBytes } from '#audio/fetch-bytes.ts';
import { clipUrl, durationOfLine, shippedGuide } from '#catalog/voices.ts';
import { isLineId, lineIdsOf, lineText, type Language } from '#guidance/lines.ts';
import type { Repertoire } from '#session/cues.ts';
import { plannedLines } from '#session/fitting.ts';
import type { Asking } from '#session/in-context.ts';
import type { Plan } from '#session/plan.ts';

/** Somebody who says the lines: which ones, how long each takes, and where its recordings are. Never changes once it is open. */
export interface Guide extends Repertoire, ClipSource {
  readonly id: string;
  /** What a person called it; the shipped ones are named by the app's own words. */
  readonly name?: string;
}

/** The guide that nobody speaks: lines are shown. */
export const SPEECHLESS = 'speechless';

/** The shipped voice with the lines of sessions, there at once. `folder` is where the page's files are. */
export function createShippedGuide(language: Language, folder = ''): Guide {
  return {
    id: shippedGuide.guide,
    line(id) {
      const duration = durationOfLine(id);
      return isLineId(id) && duration !== undefined ? { text: lineText(id, language), duration } : undefined;
    },
    clip: (line) => shippedClip(clipUrl(line), folder),
  };
}

export function shippedClip(url: string | undefined, folder: string): Clip | undefined {
  return url === undefined ? undefined : { key: url, bytes: () => fetchBytes(folder + url) };
}

/** Any of these may be asked for on a tap. */
const OFFERED = ['anchor', 'ground', 'ask', 'reentry'] as const;

/** Every line that a session of this plan may come to say. */
export function linesOf(plan: Plan, guide: Guide): readonly string[] {
  const lines = new Set([...plannedLines(plan), ...OFFERED.flatMap((group) => lineIdsOf(group))]);
  return [...lines].filter((line) => guide.line(line) !== undefined);
}

/** Those of them that have to be on hand before it begins: all that is heard. */
export function clipsOf(plan: Plan, guide: Guide): readonly string[] {
  const spoken = linesOf(plan, guide).filter((line) => guide.line(line)?.unspoken !== true);
  return [...spoken, ...(guide.anchors ?? []).map(({ id }) => id)];
}

/** What is written down when somebody asks for a line. */
export function asking({ anchors = [] }: Guide, line: string): Asking {
  const anchor = anchors.find(({ id }) => id === line);
  if (anchor === undefined) return { type: 'line-played', line };
  return { type: 'anchor-line-played', line, title: anchor.title };
}
