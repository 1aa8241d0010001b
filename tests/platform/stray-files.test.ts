import { expect, it } from 'vitest';
import { keepStrayFilesOut } from '#platform/stray-files.ts';

function dropped(types: readonly string[], type = 'drop'): Event & { readonly dataTransfer: object } {
  const dataTransfer = { types, dropEffect: 'copy' };
  return Object.assign(new Event(type, { cancelable: true }), { dataTransfer });
}

// Mutant: only `drop` is met -> red, and a browser opens the file all the same.
it('a file that is dropped beside the place for it does not take the place of the page', () => {
  const page = new EventTarget();
  keepStrayFilesOut(page);
  for (const type of ['dragover', 'drop']) {
    const event = dropped(['Files'], type);
    page.dispatchEvent(event);
    expect([event.defaultPrevented, event.dataTransfer]).toMatchObject([true, { dropEffect: 'none' }]);
  }
});

it('words are dropped into a field as ever, and a place for files answers for itself', () => {
  const page = new EventTarget();
  const place = dropped(['Files']);
  page.addEventListener('drop', (event) => event === place && event.preventDefault());
  keepStrayFilesOut(page);
  const words = dropped(['text/plain']);
  for (const event of [words, place]) page.dispatchEvent(event);
  expect([words.defaultPrevented, place.dataTransfer]).toMatchObject([false, { dropEffect: 'copy' }]);
});
