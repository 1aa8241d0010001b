/** As long as the first picture and *Begin* wait for a device that does not answer; a slow one's first answer takes a second. */
export const PATIENCE_MS = 3000;

/** What has come within so many milliseconds; undefined where it has not, or failed. */
export function inTime<Thing>(coming: Promise<Thing>, ms: number): Promise<Thing | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), ms);
    coming.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(late));
  });
}
