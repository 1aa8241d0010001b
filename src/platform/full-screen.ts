/**
 * Gives the page the whole screen, without the browser's own bars; on a tap. Where it is not allowed the page stays as
 * it is. `onLeft` hears when that is so, and when the person has left it by the browser's own way, such as Escape.
 */
export function fillScreen(onLeft: () => void): { release(): void } {
  let released = false;
  const changed = () => {
    if (document.fullscreenElement === null && !released) {
      release();
      onLeft();
    }
  };
  function release(): void {
    released = true;
    document.removeEventListener('fullscreenchange', changed);
    if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
  }
  // iPhones have no such request.
  void document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).then(
    () => (released ? release() : document.addEventListener('fullscreenchange', changed)),
    onLeft, // it may be asked for again
  );
  return { release };
}
