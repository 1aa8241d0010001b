import { openChannel, sharedMs } from './channel.ts';

/**
 * Opens this app once more, at `hash`, on a tap. It gets a process of its own (`noopener`): whatever happens there, the
 * page that sounds does not wait for it. For that the browser does not tell whether a window came up.
 */
function openWindow(hash: string): void {
  open(`${location.pathname}${hash}`, '_blank', 'noopener,popup,width=960,height=640');
}

/** All it takes to have a second window. iPhones and iPads show one at a time; `standalone` is known to their browsers alone. */
export function createWindows(navigator: object) {
  const hasWindows = !('standalone' in navigator) && 'BroadcastChannel' in globalThis;
  return { openChannel, sharedMs, openWindow, hasWindows };
}
