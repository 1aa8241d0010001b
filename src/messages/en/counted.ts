import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('en');

export const minutes = (count: number): string => plural(count, { one: '# minute', other: '# minutes' });
export const shortMinutes = (count: number): string =>
  `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(count)} min`;
export const minutesAgo = (count: number): string =>
  plural(count, { one: '# minute ago', other: '# minutes ago' });
export const seconds = (count: number): string => plural(count, { one: '# second', other: '# seconds' });
export const devices = (count: number): string => plural(count, { one: 'one device', other: '# devices' });
export const sounds = (count: number): string => plural(count, { one: 'One sound', other: '# sounds' });
