/** As long as *Begin* waits for a device that does not answer. */
export const PATIENCE_MS = 3000;

/** What has come within so many milliseconds; undefined where it has not, or failed. */
export function inTime<Thing>(coming: Promise<Thing>, ms: number): Promise<Thing | undefined> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(undefined), ms);
    coming.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(late));
  });
}
