/** The screen that shows nothing. */
export const dark = {
  enter: 'Dark screen',
  start: 'Start in the dark',
  startAbout: 'The screen goes black as the sound begins. A tap brings two choices.',
  name: 'Dark screen',
  told: 'The screen is dark and the sound goes on. Tap or press a key for two choices, Escape for light.',
  keep: 'Stay dark',
  light: 'Light again',
};
