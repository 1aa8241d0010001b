/**
 * What becomes of the page: it is frozen (everything of it stands still from then on), has thawed, or is seen again. Safari
 * tells only of the last; what stood still there is noticed by its clocks.
 */
export function followPage(tell: (word: 'frozen' | 'thawed' | 'seen') => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener('freeze', () => tell('frozen'), { signal });
  document.addEventListener('resume', () => tell('thawed'), { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && tell('seen'),
    {
      signal,
    },
  );
  return () => ending.abort();
}
