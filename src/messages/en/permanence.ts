import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');
const sessions = (count: number) => plural(count, { one: 'one session', other: '# sessions' });
const pages = (count: number) =>
  plural(count, { one: 'one page of the journal', other: '# pages of the journal' });

/** What is said of all that is kept on a device: whether it is still there, and whether it is to stay. */
export const permanence = {
  lost: (kept: { readonly sessions: number; readonly pages: number }) => {
    const what = [
      ...(kept.sessions > 0 ? [sessions(kept.sessions)] : []),
      ...(kept.pages > 0 ? [pages(kept.pages)] : []),
    ];
    return `What was kept here is gone: ${what.join(' and ')}. The browser has cleared it, or it was cleared by hand.`;
  },
  works: 'Everything plays as before.',
  todo: 'If you made a copy of everything, take it up under This device; records you saved are whole in their files.',
  understood: 'All right',
  title: 'What is kept here',
  promised: 'The browser has promised not to clear it by itself.',
  notPromised:
    'The browser may clear it when the device runs full. Installing the app makes that less likely; a record saved as a file stays in any case.',
};
