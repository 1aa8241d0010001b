import type { Seconds } from '#session/units.ts';

/** A file that is not opened by then never will be. */
const PATIENCE: Seconds = 4;

/** How long a media element says that a file is; undefined where it cannot open it. */
export function durationInElement(file: Blob): Promise<Seconds | undefined> {
  const url = URL.createObjectURL(file);
  const element = new Audio();
  element.preload = 'metadata';
  return new Promise((resolve) => {
    const end = (duration: Seconds | undefined) => {
      clearTimeout(late);
      element.removeAttribute('src');
      element.load();
      URL.revokeObjectURL(url);
      resolve(duration);
    };
    const late = setTimeout(() => end(undefined), PATIENCE * 1000);
    element.onloadedmetadata = () => end(element.duration);
    element.onerror = () => end(undefined);
    element.src = url;
  });
}

/** Whether a media element can play it. */
export async function opensInElement(file: Blob): Promise<boolean> {
  return (await durationInElement(file)) !== undefined;
}
