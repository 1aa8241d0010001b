/** For a button that means something else once it is pressed: a key that stays down is one press, not one after another. */
export function onePress(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}
