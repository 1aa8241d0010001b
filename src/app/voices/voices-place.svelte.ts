import type { Engine } from '#audio/engine.ts';
import { GuideStudio } from '../guide-studio.svelte.ts';
import type { Planning } from '../planning.svelte.ts';
import type { Outside } from '../ports.ts';
import { AnchorBook } from './anchor-book.svelte.ts';
import { Hearing } from './hearing.svelte.ts';
import { TakeRecorder } from './take-recorder.svelte.ts';

/** Where voices are recorded: whole guides, and lines of somebody close. Imported when it is wanted. */
export interface VoicesPlace {
  readonly recorder: TakeRecorder;
  readonly hearing: Hearing;
  readonly studio: GuideStudio;
  readonly book: AnchorBook;
  /** Lets microphone and sound go; what was deleted is gone. */
  close(): void;
}

export async function openVoices(
  outside: Outside,
  planning: Planning,
  openEngine: () => Promise<Engine>,
): Promise<VoicesPlace> {
  const setup = planning.session;
  const recorder = new TakeRecorder(outside);
  const hearing = new Hearing({ ...outside, openEngine, setup });
  const parts = { ...outside, recorder, hearing, setup };
  const [studio, lines] = await Promise.all([GuideStudio.open(parts), planning.anchors()]);
  const book = new AnchorBook({ ...parts, guide: () => setup.guide }, lines);
  return {
    ...{ recorder, hearing, studio, book },
    close() {
      hearing.stop();
      recorder.close();
      studio.close();
    },
  };
}
