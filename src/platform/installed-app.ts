/** The app as it is kept on this device. */
export interface InstalledApp {
  /** Resolves when all of the app's own files are kept. */
  readonly kept: Promise<unknown>;
  /** Turns to the newer version that waits; every page of the app on its start screen loads again. */
  turnToNewer(): void;
}

export interface InstalledAppHandlers {
  /** A newer version has been fetched whole and waits. */
  readonly onNewer: () => void;
  /** It has been turned to, here or in another tab. */
  readonly onTurned: () => void;
}

/**
 * Keeps the app on the device and looks after newer versions; undefined where that cannot be: without https, in some
 * private windows, and while it is being developed.
 */
export async function installApp({
  onNewer,
  onTurned,
}: InstalledAppHandlers): Promise<InstalledApp | undefined> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return undefined;
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', onNewer);
  workbox.addEventListener('controlling', ({ isUpdate }) => isUpdate === true && onTurned());
  const registration = await workbox.register().catch(() => undefined);
  if (registration === undefined) return undefined;
  return { kept: navigator.serviceWorker.ready, turnToNewer: () => workbox.messageSkipWaiting() };
}
