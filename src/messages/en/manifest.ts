/** What the device shows of the installed app. */
export const manifest = {
  name: 'Undertone',
  short_name: 'Undertone',
  description: 'Guided meditation with a session timeline, played and kept on this device.',
  lang: 'en',
  dir: 'ltr' as const,
  /** Places that are there whosever the device is; the plain address leads to the rest. */
  shortcuts: [
    { name: 'Practice', short_name: 'Practice', url: '/#practice' },
    { name: 'Records', short_name: 'Records', url: '/#records' },
  ],
};
