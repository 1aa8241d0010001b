/**
 * What is typed here is kept by the app alone. A browser notes down by itself what stands in its fields, to fill it in
 * again or to bring back a closed tab: in the open, beside what may be locked.
 */
export function leaveUnremembered(fields: EventTarget): void {
  fields.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      target.autocomplete = 'off';
  });
}
