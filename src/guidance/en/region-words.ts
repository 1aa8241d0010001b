import type { Region } from '#session/regions.ts';

/** English words for places of the body, and the places each of them names. */
export interface RegionWords {
  readonly words: readonly string[];
  readonly names?: readonly Region[];
  /** Parts of a leg: one side where the text says which, otherwise both. */
  readonly ofLeg?: readonly LegPart[];
}

export type LegPart = 'toes' | 'foot' | 'lower-leg' | 'knee' | 'thigh';

const leg = ['lower-leg', 'knee', 'thigh'] as const;
const back = ['lower-back', 'upper-back'] as const;

/**
 * Generous on purpose: somebody asked not to hear of a place, so a word too many costs a line, and a word too few does
 * harm. Longer phrases are found before shorter ones. The first entry names no place: phrases that only look like it.
 */
export const regionWords: readonly RegionWords[] = [
  {
    words: [
      ...['come back', 'comes back', 'came back', 'coming back', 'go back', 'goes back', 'going back'],
      ...['way back', 'welcome back', 'already back', 'bring it back', 'brings you back', 'steps back'],
    ],
  },
  { words: ['toe', 'toes', 'toenail', 'toenails'], ofLeg: ['toes'] },
  {
    words: ['foot', 'feet', 'heel', 'heels', 'sole', 'soles', 'instep', 'insteps', 'arch', 'arches'],
    ofLeg: ['foot'],
  },
  { words: ['ankle', 'ankles'], ofLeg: ['foot', 'lower-leg'] },
  { words: ['lower leg', 'lower legs', 'shin', 'shins', 'calf', 'calves'], ofLeg: ['lower-leg'] },
  { words: ['knee', 'knees', 'kneecap', 'kneecaps'], ofLeg: ['knee'] },
  { words: ['thigh', 'thighs', 'upper leg', 'upper legs', 'hamstring', 'hamstrings'], ofLeg: ['thigh'] },
  { words: ['leg', 'legs'], ofLeg: leg },
  { words: ['limb', 'limbs'], ofLeg: leg, names: ['arms'] },
  { words: ['lap'], ofLeg: ['thigh'], names: ['pelvis'] },
  {
    words: [
      ...['pelvis', 'pelvic', 'hip', 'hips', 'seat', 'groin', 'crotch', 'genitals', 'womb', 'loins'],
      ...['buttock', 'buttocks', 'bottom', 'sitting bones', 'sit bones'],
    ],
    names: ['pelvis'],
  },
  { words: ['tailbone', 'sacrum'], names: ['pelvis', 'lower-back'] },
  { words: ['lower back', 'low back', 'lumbar', 'small of the back'], names: ['lower-back'] },
  { words: ['upper back', 'middle back'], names: ['upper-back'] },
  { words: ['back', 'spine', 'backbone', 'vertebra', 'vertebrae'], names: back },
  { words: ['shoulder blade', 'shoulder blades'], names: ['upper-back', 'shoulders'] },
  { words: ['waist', 'flank', 'flanks'], names: ['lower-back', 'belly'] },
  { words: ['belly', 'stomach', 'navel', 'abdomen', 'tummy', 'gut', 'guts', 'diaphragm'], names: ['belly'] },
  {
    words: [
      ...['chest', 'breast', 'breasts', 'breastbone', 'sternum', 'heart', 'hearts', 'heartbeat'],
      ...['rib', 'ribs', 'rib cage', 'ribcage', 'lung', 'lungs', 'bosom', 'nipple', 'nipples'],
    ],
    names: ['chest'],
  },
  { words: ['torso', 'trunk'], names: ['pelvis', 'belly', 'chest', ...back] },
  {
    words: [
      ...['hand', 'hands', 'finger', 'fingers', 'fingertip', 'fingertips', 'fingernail', 'fingernails'],
      ...['thumb', 'thumbs', 'palm', 'palms', 'knuckle', 'knuckles', 'fist', 'fists'],
    ],
    names: ['hands'],
  },
  { words: ['wrist', 'wrists'], names: ['hands', 'arms'] },
  {
    words: ['arm', 'arms', 'forearm', 'forearms', 'upper arm', 'upper arms', 'elbow', 'elbows'],
    names: ['arms'],
  },
  { words: ['armpit', 'armpits'], names: ['arms', 'shoulders', 'chest'] },
  { words: ['shoulder', 'shoulders'], names: ['shoulders'] },
  { words: ['collarbone', 'collarbones'], names: ['shoulders', 'chest'] },
  { words: ['neck', 'nape', 'throat', 'swallow', 'swallowing'], names: ['neck'] },
  {
    words: [
      ...['face', 'forehead', 'brow', 'brows', 'eyebrow', 'eyebrows', 'temples', 'ear', 'ears'],
      ...['eye', 'eyes', 'eyelid', 'eyelids', 'lids', 'cheek', 'cheeks', 'cheekbones', 'smile'],
      ...['nose', 'nostril', 'nostrils', 'jaw', 'jaws', 'chin', 'mouth', 'lip', 'lips', 'tongue'],
      ...['tooth', 'teeth'],
    ],
    names: ['face'],
  },
  { words: ['top of the head', 'crown of the head', 'back of the head'], names: ['crown'] },
  { words: ['crown', 'scalp', 'skull', 'hair'], names: ['crown'] },
  { words: ['head', 'heads'], names: ['face', 'crown'] },
  { words: ['body', 'bodies'], names: ['whole'] },
];

export const sideWords = { left: 'left', right: 'right' } as const;

/** A side beside the part it belongs to, as patterns: "left big toe", "on the left, the toes"; "the toes on the left". */
export const sideBefore = '(left|right),? (?:(?:the|big|little|small|lower|upper|whole) )*?';
export const sideAfter = ' on the (left|right)';
