/**
 * The space key presses the one big button, wherever the eyes are: on the words. It stays what it is where somebody writes,
 * and on a control that was reached with keys.
 */
export function onSpace(press: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.code !== 'Space' || event.ctrlKey || event.metaKey || event.altKey || isWanted(event.target))
      return;
    event.preventDefault(); // neither scrolls the page nor clicks what was last tapped
    if (event.type === 'keydown' && !event.repeat) press();
  };
}

function isWanted(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, input, textarea, select, [contenteditable]') !== null) return true;
  return target.matches(':focus-visible') && target.closest('button, a, summary') !== null;
}
