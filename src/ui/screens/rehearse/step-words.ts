import type { breathingTexts } from '#messages/breathing.ts';
import type { Messages } from '#messages/messages.ts';
import type { rehearsalTexts } from '#messages/rehearsing.ts';
import { isOwn, type BedSound } from '#session/layers.ts';
import type { Plan } from '#session/plan.ts';
import type { BedChange, Happening, Step } from '#session/rehearsal-step.ts';
import { FADE_FLOOR } from '#session/units.ts';
import { breathParts, breathTitle } from '#ui/breath/breath-words.ts';
import { bedName } from '#ui/words.ts';

/** What words are made of: the texts, the plan, and what its phases are called. */
export interface Wording {
  readonly words: Messages;
  readonly say: ReturnType<typeof rehearsalTexts>;
  readonly breathing: ReturnType<typeof breathingTexts>;
  readonly plan: Plan;
  readonly nameOf: (phase: string) => string;
}

type Kind = keyof Wording['say']['kinds'];

const BY_WEIGHT = ['line', 'shown', 'bell', 'vitals', 'end', 'clinic', 'change'] as const;

/** What a step is, in a word: what is done in the room comes before what the sound makes of it. */
export function kindOfStep({ what }: Step): Kind {
  const kinds = what.map(kindOf);
  return BY_WEIGHT.find((kind) => kinds.includes(kind)) ?? 'change';
}

function kindOf(happening: Happening): Kind {
  switch (happening.kind) {
    case 'line':
      return happening.cue.unspoken === true ? 'shown' : 'line';
    case 'bell':
    case 'vitals':
    case 'end':
      return happening.kind;
    case 'given':
    case 'device':
    case 'hold-ends':
    case 'pump-ends':
    case 'leaving':
      return 'clinic';
    default:
      return 'change';
  }
}

/** The words of the line that is said, if a step is one. */
export function saidIn({ what }: Step): string | undefined {
  return what.flatMap((each) => (each.kind === 'line' ? [each.cue.text] : []))[0];
}

/** All else that a step is, a sentence each. */
export function toldIn(step: Step, wording: Wording): string[] {
  const first = step.at === 0;
  return step.what.flatMap((happening) => told(happening, wording, first));
}

function told(happening: Happening, wording: Wording, first: boolean): string[] {
  const { say, nameOf } = wording;
  switch (happening.kind) {
    case 'line':
      return [];
    case 'bell':
      return [
        say.bell(bellName(wording, happening.cue.clip), happening.cue.soft),
        say.rings(happening.cue.duration),
      ];
    case 'phase':
      return [
        say.begins(nameOf(happening.phase)),
        ...(first ? [say.comesUp] : bedsTold(happening.beds, wording)),
      ];
    case 'given':
      return [happening.device ? say.firstDevice : say.medicine];
    case 'device':
      return [say.device(happening.device)];
    case 'hold-ends':
    case 'pump-ends':
    case 'leaving':
      return [say[happening.kind]];
    case 'vitals':
      return [
        happening.moment === 'at' ? say.vitals.at(happening.minutes ?? 0) : say.vitals[happening.moment],
        say.vitals.about,
      ];
    case 'end':
      return [say.end(happening.over)];
    default:
      return [ledTold(happening, wording)];
  }
}

/** What leads the breath, and the beats. */
function ledTold(
  happening: Happening & { kind: `breath-${string}` | `beats-${string}` },
  { say, breathing }: Wording,
): string {
  switch (happening.kind) {
    case 'breath-begins': {
      const { breath, before } = happening;
      return say.breath[before](`${breathTitle(breathing, breath)}, ${breathParts(breathing, breath)}`);
    }
    case 'breath-ends':
      return say.breath.ends;
    case 'beats-begin':
      return say.beats.begin(happening.hz);
    case 'beats-glide':
      return say.beats.glide(happening.from, happening.to, happening.over);
    case 'beats-end':
      return say.beats.end;
  }
}

function bellName({ words, plan }: Wording, bell: Plan['bell']): string {
  return isOwn(bell) ? bedName(words, plan, bell) : words.bells[bell];
}

/** How each bed moves; those that stay in one sentence. */
function bedsTold(beds: readonly BedChange[], { say, words, plan }: Wording): string[] {
  const name = (sound: BedSound) => bedName(words, plan, sound);
  const moving = beds
    .filter(({ by }) => by !== 0)
    .map(({ sound, by }) => say.beds[wayOf(by)](name(sound), by));
  const staying = beds.filter(({ by }) => by === 0).map(({ sound }) => name(sound));
  return staying.length === 0 ? moving : [...moving, say.beds.stay(staying)];
}

/** A change as large as from hearing to silence is that. */
function wayOf(by: number): 'softer' | 'louder' | 'silent' | 'back' {
  if (by < 0) return by <= FADE_FLOOR ? 'silent' : 'softer';
  return by >= -FADE_FLOOR ? 'back' : 'louder';
}
