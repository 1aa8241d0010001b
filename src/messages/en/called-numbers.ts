/** Numbers somebody wrote down to be called, and where they are written. */
export const calledNumbers = {
  title: 'Whom to call',
  call: (name: string, number: string) => `Call ${name}, ${number}`,
  who: 'Who',
  whoNth: (nth: number) => `Who, number ${nth}`,
  number: 'Phone number',
  numberNth: (nth: number) => `Phone number ${nth}`,
  add: 'Add a number',
  take: 'Take away',
  takeNth: (nth: number) => `Take number ${nth} away`,
};
