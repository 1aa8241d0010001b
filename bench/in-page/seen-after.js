// Milliseconds from an act in the journal to the frame in which its pages, or another number of found pages, are there.

/** @typedef {{ readonly words?: string }} Act `words`: typed into the search; without them the journal is opened. */

const told = () => document.querySelector('.pages [role="status"]')?.textContent;
const hasPages = () => document.querySelector('a[href^="#journal/"]') !== null;

/** @param {Act} act */
function perform({ words }) {
  if (words === undefined) {
    location.hash = '#/journal';
    return;
  }
  const search = document.querySelector('input[type="search"]');
  if (!(search instanceof HTMLInputElement)) throw new Error('there is no search');
  search.value = words;
  search.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** @param {Act} act @returns {Promise<number>} */
function seenAfter(act) {
  return new Promise((resolve) => {
    const before = told();
    const from = performance.now();
    perform(act);
    const look = () => {
      const isThere = act.words === undefined ? hasPages() : told() !== before;
      requestAnimationFrame(isThere ? () => resolve(performance.now() - from) : look);
    };
    look();
  });
}

Object.assign(window, { seenAfter });
