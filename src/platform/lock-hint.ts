import { createBesideStorage } from './beside-storage.ts';

/**
 * Whether what is kept here is locked, as far as can be known before anything is read: so that the page begins with the
 * right screen. A browser that forgets it, or keeps nothing, only costs a second look.
 */
const KEY = 'undertone-locked';

export function isHintedLocked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function hintLocked(isLocked: boolean): void {
  try {
    if (isLocked) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
    if (!isLocked) createBesideStorage().write(''); // opened anew, or wiped on purpose: nobody is told that it is gone
  } catch {
    // then every visit takes the second look
  }
}
