/** Where a screen begins for those who do not see it: its heading takes the focus as it appears. */
export function takesFocus(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** The same for what one comes back to: what was pressed is gone then. Where it stood from the beginning it does nothing. */
export function takesFocusAgain(): (place: HTMLElement) => void {
  let wasThere = false;
  return (place) => {
    if (wasThere) takesFocus(place);
    wasThere = true;
  };
}
