/** Keeps the screen on while a session runs; asked for again whenever the page comes back into view. */
export function keepScreenOn(): { release(): void } {
  let lock: WakeLockSentinel | undefined;
  let released = false;

  async function request(): Promise<void> {
    if (released || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (released) await lock.release();
    } catch {
      lock = undefined; // low battery or a browser that does not allow it: the session plays on with a dark screen
    }
  }
  const onVisible = () => void request();
  document.addEventListener('visibilitychange', onVisible);
  void request();
  return {
    release() {
      released = true;
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    },
  };
}
