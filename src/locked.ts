import { mount, unmount } from 'svelte';
import { Cover } from '#app/device/cover.svelte.ts';
import { Unlocking } from '#app/device/unlocking.svelte.ts';
import type { Undertone } from '#app/undertone.svelte.ts';
import { hintLocked } from '#platform/lock-hint.ts';
import { sessionRuns } from '#platform/session-lock.ts';
import { createLock } from '#storage/lock/lock.ts';
import { createSettings } from '#storage/settings.ts';
import type { Connection } from '#storage/store.ts';
import CoverOver from '#ui/lock/CoverOver.svelte';
import Locked from '#ui/lock/Locked.svelte';

const reload = () => location.reload();
const lock = createLock({ factory: indexedDB, crypto, onDeleted: reload });

/** The screen before everything: nothing is read until its passphrase has been typed. `openApp` opens what is behind it. */
export function showLocked(target: HTMLElement, openApp: (connection: Connection) => Undertone): void {
  const openLock = () => Promise.resolve(lock);
  const unlocking = new Unlocking({ openLock, hintLocked, sessionRuns, reload }, (connection) => {
    void unmount(screen);
    cover(connection, openApp(connection));
  });
  void unlocking.look();
  const screen = mount(Locked, { target, props: { unlocking } });
}

/** From then on a cover comes over it where nobody touches it. */
function cover(connection: Connection, undertone: Undertone): void {
  const cover = new Cover({
    settings: createSettings(connection.store('settings')),
    ...{ crypto, lock },
    nowMs: () => Date.now(),
    isLive: () => undertone.screen === 'live' || undertone.screen === 'opening',
  });
  mount(CoverOver, { target: document.body, props: { cover } });
  cover.watch();
}
