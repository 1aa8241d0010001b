/** A press is held when it lasts this long; from then on it counts again and again, sooner after a while. */
const HELD_MS = 450;
const AGAIN_MS = 100;
const SOONER_MS = 40;
const SOONER_AFTER = 12;

/** A button that does its act again and again while it is pressed. Keys repeat by themselves. */
export function repeatsWhileHeld(button: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let times = 0;

  function again(): void {
    times++;
    button.click();
    timer = setTimeout(again, times < SOONER_AFTER ? AGAIN_MS : SOONER_MS);
  }
  function press(): void {
    times = 0;
    timer = setTimeout(again, HELD_MS);
  }
  const letGo = () => clearTimeout(timer);
  /** The click of a press that was held has been done already. */
  function click(event: MouseEvent): void {
    if (event.isTrusted && times > 0) event.stopImmediatePropagation();
    if (event.isTrusted) times = 0;
  }

  button.addEventListener('pointerdown', press);
  button.addEventListener('click', click, { capture: true });
  button.addEventListener('blur', letGo);
  button.addEventListener('contextmenu', prevent);
  // A button that has come to its end is disabled, and hears no more of the finger.
  for (const up of ['pointerup', 'pointercancel']) window.addEventListener(up, letGo);
  return () => {
    letGo();
    for (const up of ['pointerup', 'pointercancel']) window.removeEventListener(up, letGo);
  };
}

/** A long press on a touch screen opens a menu otherwise. */
function prevent(event: Event): void {
  event.preventDefault();
}
