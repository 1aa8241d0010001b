import type { AnchorLine, Line, Repertoire } from './cues.ts';

/**
 * Who says the lines of a session, and what each was when the session began [V2]: a line that is recorded anew, or
 * worded anew by another version of the app, does not move what a session has laid out.
 */
export interface SaidBy {
  readonly id: string;
  readonly name?: string;
  readonly lines: Readonly<Record<string, Line>>;
  /** Those that were chosen for this session. */
  readonly anchors?: readonly AnchorLine[];
}

/** What a guide says these lines with, now. */
export function saidBy(
  guide: Repertoire & { readonly id: string; readonly name?: string },
  lines: readonly string[],
): SaidBy {
  const known = lines.flatMap((id) => {
    const line = guide.line(id);
    return line === undefined ? [] : [[id, line] as const];
  });
  const { id, name, anchors = [] } = guide;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    lines: Object.fromEntries(known),
    ...(anchors.length === 0 ? {} : { anchors }),
  };
}

export function repertoireOf({ lines, anchors = [] }: SaidBy): Repertoire {
  return { line: (id) => (Object.hasOwn(lines, id) ? lines[id] : undefined), anchors };
}
