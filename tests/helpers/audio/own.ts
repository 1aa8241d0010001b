import { decode } from '#audio/decoding.ts';
import { createOwnBank, type OwnHold, type OwnRecording } from '#audio/own/own-bank.ts';
import { opensInElement } from '#audio/own/probing.ts';
import { createRandom } from '#audio/sounds/random.ts';
import type { OwnId } from '#session/layers.ts';
import type { OwnSound, Plan } from '#session/plan.ts';
import type { Choices } from '#session/routes/shape.ts';
import { planOfRoute } from './sessions.ts';

export const BROOK: OwnId = 'own.brook';
export const GONG: OwnId = 'own.gong';

/** Even noise, about −22 dBFS. */
export function noise(seconds: number, rate: number, seed = 3): Float32Array {
  const random = createRandom(seed);
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => 0.4 * (random() - 0.5));
}

/** As loud as a bed is to be, so that nothing is turned up or down. */
export function recording(bytes: Blob, seconds: number): OwnRecording {
  return { bytes, seconds, loudness: -28, truePeak: -12 };
}

/** A bank of these; those that are not among them are not there any more. */
export function bankOf(found: Readonly<Record<OwnId, OwnRecording>> = {}): OwnHold {
  return createOwnBank({ find: (id) => Promise.resolve(found[id]), decode, opens: opensInElement }).open();
}

export function brook(seconds: number): OwnSound {
  return { id: BROOK, title: 'Brook', kind: 'nature', seconds };
}

/** A plan whose only bed is an own sound, and in which nothing else sounds unless it is asked for. */
export function planOfBrook(seconds: number, choices: Partial<Choices> = {}): Plan {
  return planOfRoute('practice-run', {
    beds: [{ sound: BROOK }],
    own: [brook(seconds)],
    bells: { ring: 'never' },
    talk: 'silent',
    ...choices,
  });
}
