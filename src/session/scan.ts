import { REGIONS, sideOf, type Region } from './regions.ts';

export const SCAN_VARIANTS = ['standard', 'trauma-aware', 're-entry', 'bed-time'] as const;
export type ScanVariant = (typeof SCAN_VARIANTS)[number];

/** What is chosen about the way through the body. */
export interface ScanChoices {
  readonly variant: ScanVariant;
  /** Not visited this time. */
  readonly leftOut: readonly Region[];
  /** Given more time and more words. */
  readonly lingered: readonly Region[];
  /** Never visited, and never named by any line. */
  readonly avoided: readonly Region[];
  /** The arms are being measured, or will be: the scan passes them over. */
  readonly vitals: boolean;
}

/** What can be chosen for a region. */
export const ATTENTIONS = ['visited', 'lingered', 'left-out', 'avoided'] as const;
export type Attention = (typeof ATTENTIONS)[number];

export const WHOLE_BODY: ScanChoices = {
  variant: 'standard',
  leftOut: [],
  lingered: [],
  avoided: [],
  vitals: false,
};

/** Where a scan stays for a while: one region, or in a short scan several that are felt as one. */
export interface Stop {
  readonly regions: readonly Region[];
  readonly lingered: boolean;
}

/**
 * A trauma-aware scan keeps to what most people can feel without being stirred: what touches the ground or rests on
 * something, and is moved at will. It leaves out pelvis, thighs, belly, chest, neck, face and lower back, where attention
 * may bring memories, and does not ask for the body as a whole (Treleaven, Trauma-Sensitive Mindfulness, 2018, offers
 * feet, hands and points of contact as anchors instead of breath and trunk).
 */
const NEUTRAL: readonly Region[] = [
  ...(['left-toes', 'left-foot', 'left-lower-leg', 'left-knee'] as const),
  ...(['right-toes', 'right-foot', 'right-lower-leg', 'right-knee'] as const),
  ...(['upper-back', 'hands', 'arms', 'shoulders'] as const),
];
/** Coming back: from the feet to the hands and the face; the room comes after them. */
const COMING_BACK: readonly Region[] = [
  ...(['left-toes', 'left-foot', 'left-lower-leg', 'left-knee'] as const),
  ...(['right-toes', 'right-foot', 'right-lower-leg', 'right-knee'] as const),
  ...(['hands', 'arms', 'shoulders', 'face'] as const),
];
const WAY: Readonly<Record<ScanVariant, readonly Region[]>> = {
  standard: REGIONS,
  'trauma-aware': NEUTRAL,
  're-entry': COMING_BACK,
  'bed-time': REGIONS,
};

/** The regions a scan may visit, in order. */
export function visitedRegions(scan: ScanChoices): Region[] {
  const passed = passedOver(scan);
  return WAY[scan.variant].filter((region) => !passed.includes(region));
}

/** The regions no line of any practice may name: to name a region is to send attention there. */
export function neverNamed({ avoided, vitals }: ScanChoices): Region[] {
  return REGIONS.filter((region) => avoided.includes(region) || (vitals && region === 'arms'));
}

/** The regions a scan passes over; its lines do not name them either. */
export function passedOver(scan: ScanChoices): Region[] {
  const never = neverNamed(scan);
  return REGIONS.filter((region) => scan.leftOut.includes(region) || never.includes(region));
}

/** What is felt as one where time is short, the most telling first. */
const PLACES: readonly (readonly Region[])[] = [
  ['whole'],
  ['left-toes', 'left-foot', 'right-toes', 'right-foot'],
  ['hands'],
  ['belly'],
  ['shoulders'],
  ['face'],
  ['chest'],
  ['left-lower-leg', 'left-knee', 'right-lower-leg', 'right-knee'],
  ['lower-back', 'upper-back'],
  ['pelvis'],
  ['left-thigh', 'right-thigh'],
  ['arms'],
  ['neck'],
  ['crown'],
];

/**
 * Where a scan of at most `most` stops stays, in the order of the body: every region by itself where that many fit,
 * else places in which regions are felt as one, else the most telling of these. Lingered regions come first, and are
 * never felt as one with others.
 */
export function stopsOf(scan: ScanChoices, most: number, canArrive: (stop: Stop) => boolean): Stop[] {
  const visited = visitedRegions(scan);
  const single = (region: Region): Stop => ({ regions: [region], lingered: scan.lingered.includes(region) });
  const singles = visited.map(single).filter(canArrive);
  if (singles.length <= most) return singles;
  const paired = inPairs(visited);
  const found = PLACES.flatMap((place, nth) => {
    const regions = place.filter((region) => visited.includes(region));
    const together: Stop = {
      regions: regions.filter((region) => !scan.lingered.includes(region)),
      lingered: false,
    };
    const asOne = together.regions.length > 1 && (paired || !regions.some(sideOf)) && canArrive(together);
    const apart = regions.map(single).filter((stop) => canArrive(stop) && (stop.lingered || !asOne));
    const start = REGIONS.indexOf(place[0] ?? 'whole');
    return [...(asOne ? [together] : []), ...apart].map((stop, within) => ({
      stop,
      early: stop.lingered ? -1 : nth + within * PLACES.length,
      // Legs that are not alike are visited one after the other, otherwise both at once.
      order: paired
        ? start + within / 10
        : Math.min(...stop.regions.map((region) => REGIONS.indexOf(region))),
    }));
  });
  return found
    .sort((a, b) => a.early - b.early)
    .slice(0, Math.max(1, most))
    .sort((a, b) => a.order - b.order)
    .map(({ stop }) => stop);
}

/** Whether every region with a side is there on both. */
function inPairs(regions: readonly Region[]): boolean {
  return regions.every((region) => {
    const side = sideOf(region);
    const twin = side === undefined ? region : region.replace(side, side === 'left' ? 'right' : 'left');
    return regions.some((other) => other === twin);
  });
}
