/** What the device shows of the installed app. */
export const manifest = {
  name: 'Undertone',
  short_name: 'Undertone',
  description: 'Guided meditation with a session timeline, played and kept on this device.',
  lang: 'en',
  dir: 'ltr' as const,
  shortcuts: [
    { name: 'Prepare a session', short_name: 'Session', url: '/#session' },
    { name: 'Practice', short_name: 'Practice', url: '/#practice' },
  ],
};
