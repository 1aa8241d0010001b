/** The arrow keys go back and forward, wherever the eyes are; they stay what they are among choices and where somebody writes. */
export function onArrows(ways: {
  readonly left: () => void;
  readonly right: () => void;
}): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest('dialog, input, textarea, select')) return;
    const way = { ArrowLeft: ways.left, ArrowRight: ways.right }[event.code];
    if (way === undefined) return;
    event.preventDefault(); // it does not scroll what is wider than its place
    way();
  };
}
