/** Where a screen begins for those who do not see it: its heading takes the focus as it appears. */
export function takesFocus(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
