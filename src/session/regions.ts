const LEFT_LEG = ['left-toes', 'left-foot', 'left-lower-leg', 'left-knee', 'left-thigh'] as const;
const RIGHT_LEG = ['right-toes', 'right-foot', 'right-lower-leg', 'right-knee', 'right-thigh'] as const;
const TRUNK = ['pelvis', 'lower-back', 'belly', 'upper-back', 'chest'] as const;
const UPPER = ['hands', 'arms', 'shoulders', 'neck', 'face', 'crown'] as const;

/** Where attention can be led in a body scan, in the order in which a long one goes there. */
export const REGIONS = [...LEFT_LEG, ...RIGHT_LEG, ...TRUNK, ...UPPER, 'whole'] as const;
export type Region = (typeof REGIONS)[number];

export type Side = 'left' | 'right';

export function isRegion(name: string): name is Region {
  return REGIONS.some((region) => region === name);
}

/** The side of the body a region lies on; undefined in the middle, and for what is there twice and visited as one. */
export function sideOf(region: Region): Side | undefined {
  if (region.startsWith('left-')) return 'left';
  return region.startsWith('right-') ? 'right' : undefined;
}
