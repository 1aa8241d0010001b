import type { Region } from '#session/regions.ts';

/** A body drawn from rounded limbs, 200 wide and 410 high, left where it is felt: on the left. */
export const WIDTH = 200;
export const HEIGHT = 410;

/** How a region stands out: where we are, where we were, or what somebody chose for it. */
export type RegionTone = 'here' | 'been' | 'lingered' | 'left-out' | 'avoided';

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
type Limb = readonly [from: Circle, to: Circle];

function circle(x: number, y: number, r: number): Circle {
  return { x, y, r };
}

function across([from, to]: Limb): Limb {
  return [circle(WIDTH - from.x, from.y, from.r), circle(WIDTH - to.x, to.y, to.r)];
}

const LEFT = {
  toes: [circle(73, 396, 4.5), circle(85, 398, 4.5)],
  foot: [circle(84, 374, 8.5), circle(79, 390, 9)],
  'lower-leg': [circle(83, 300, 13), circle(84, 366, 8.5)],
  knee: [circle(83, 288, 13.5), circle(83, 294, 13.5)],
  thigh: [circle(83, 216, 19), circle(83, 280, 14)],
} as const satisfies Record<string, Limb>;
const UPPER_ARM: Limb = [circle(65, 108, 10.5), circle(49, 166, 8.5)];
const FOREARM: Limb = [circle(49, 166, 8.5), circle(37, 218, 6.5)];
const HAND: Limb = [circle(35, 228, 7.5), circle(33, 244, 5.5)];
const FLANK: Limb = [circle(89, 122, 24), circle(89, 190, 21)];
const SHOULDER: Limb = [circle(98, 92, 11), circle(67, 105, 11.5)];
const HEAD: Limb = [circle(100, 36, 22), circle(100, 50, 18)];
const CHEST: Limb = [circle(86, 126, 19), circle(114, 126, 19)];
const BELLY: Limb = [circle(90, 172, 18), circle(110, 172, 18)];

function leg(part: keyof typeof LEFT): { readonly left: Limb; readonly right: Limb } {
  return { left: LEFT[part], right: across(LEFT[part]) };
}

/** Where each region lies; `whole` is all of them. */
export const LIMBS: Readonly<Record<Exclude<Region, 'whole'>, readonly Limb[]>> = {
  'left-toes': [leg('toes').left],
  'left-foot': [leg('foot').left],
  'left-lower-leg': [leg('lower-leg').left],
  'left-knee': [leg('knee').left],
  'left-thigh': [leg('thigh').left],
  'right-toes': [leg('toes').right],
  'right-foot': [leg('foot').right],
  'right-lower-leg': [leg('lower-leg').right],
  'right-knee': [leg('knee').right],
  'right-thigh': [leg('thigh').right],
  pelvis: [[circle(84, 206, 18), circle(116, 206, 18)]],
  'lower-back': [[circle(90, 186, 16), circle(110, 186, 16)]],
  belly: [BELLY],
  'upper-back': [CHEST],
  chest: [CHEST],
  hands: [HAND, across(HAND)],
  arms: [UPPER_ARM, FOREARM, across(UPPER_ARM), across(FOREARM)],
  shoulders: [SHOULDER, across(SHOULDER)],
  neck: [[circle(100, 70, 9.5), circle(100, 82, 12)]],
  face: [[circle(100, 42, 14), circle(100, 52, 12.5)]],
  crown: [[circle(95, 27, 10.5), circle(105, 27, 10.5)]],
};

/** The parts nobody is led to by name, that make one body of the others. */
const BETWEEN: readonly Limb[] = [FLANK, across(FLANK), HEAD, [circle(100, 112, 26), circle(100, 200, 24)]];

export const OUTLINE: readonly Limb[] = [...BETWEEN, ...Object.values(LIMBS).flat()];

/** Felt at the back: drawn as a line around the place, as the back is not what one sees of a body. */
export function isBehind(region: Region): boolean {
  return region === 'lower-back' || region === 'upper-back';
}

/** A limb as a path: two circles and what a rubber band around them would hold. */
export function pathOf([from, to]: Limb): string {
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const lean = Math.acos(Math.min(1, Math.max(-1, (from.r - to.r) / length)));
  const at = ({ x, y, r }: Circle, angle: number) =>
    `${(x + r * Math.cos(angle)).toFixed(2)} ${(y + r * Math.sin(angle)).toFixed(2)}`;
  const wide = from.r > to.r ? 1 : 0;
  return [
    `M${at(from, direction + lean)}`,
    `A${from.r} ${from.r} 0 ${wide} 1 ${at(from, direction - lean)}`,
    `L${at(to, direction - lean)}`,
    `A${to.r} ${to.r} 0 ${1 - wide} 1 ${at(to, direction + lean)}`,
    'Z',
  ].join('');
}
