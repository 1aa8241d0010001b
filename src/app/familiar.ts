import type { Clip } from '#audio/clip-loader.ts';
import { mayBePlayed } from '#session/agreed.ts';
import type { KeptAnchor } from '#session/anchor-reading.ts';
import type { AnchorLine } from '#session/cues.ts';
import type { Guide } from './guide.ts';

/** A guide that can also let these be heard, each on a tap. */
export function withAnchors(guide: Guide, kept: readonly KeptAnchor[]): Guide {
  const chosen = kept.filter(mayBePlayed);
  if (chosen.length === 0) return guide;
  return {
    ...guide,
    anchors: chosen.map(anchorOf),
    clip: (line) => clipOf(chosen.find(({ id }) => id === line)) ?? guide.clip(line),
  };
}

function anchorOf({ id, name, speaker, text, seconds }: KeptAnchor): AnchorLine {
  return { id, title: name, speaker, text, duration: seconds };
}

/** A line that is recorded anew has another date, and so is another clip. */
function clipOf(kept: KeptAnchor | undefined): Clip | undefined {
  if (kept === undefined) return undefined;
  return { key: `${kept.id}/${kept.madeMs}`, bytes: () => Promise.resolve(kept.sound) };
}
