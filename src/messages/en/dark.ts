import { shortMinutes } from './counted.ts';

/** The screen that shows nothing. */
export const dark = {
  enter: 'Dark screen',
  start: 'Start in the dark',
  startAbout: 'The screen goes black as the sound begins. A tap brings two choices.',
  name: 'Dark screen',
  told: 'The screen is dark and the sound goes on. Tap or press a key for two choices, Escape for light.',
  keep: 'Stay dark',
  light: 'Light again',

  /** A practice at night. */
  night: {
    card: 'For the night',
    name: 'Dark screen',
    wake: 'Show the time and pause',
    left: 'left',
    untilSleep: 'until all is quiet',
    paused: 'paused',
    ended: 'All is quiet',
    pause: { name: 'Pause', about: 'or hold anywhere' },
    goOn: { name: 'Go on', about: 'from where it was; or hold anywhere' },
    all: 'All controls',
    again: { name: 'Go on', about: 'from where the fade began' },
    keepLight: 'Keep the light on',
    keepLightAbout: 'Else the screen of a practice goes black after ten seconds. A touch shows the time.',
  },
  sleep: {
    act: { name: 'Sleep', about: 'timer' },
    on: (clock: string) => ({ name: 'Sleep', about: `in ${clock}` }),
    title: 'Sleep timer',
    name: 'All is quiet',
    about:
      'The last minute and a half is one long fade. If the practice is over before, its sound goes on alone until then.',
    none: 'when the practice ends',
    minutes: shortMinutes,
  },
};
