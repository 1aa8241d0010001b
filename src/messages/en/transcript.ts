/** What is said in a session, to be read or taken away. */
export const transcript = {
  read: 'Read what will be said',
  planned: 'What will be said',
  plannedAbout: 'As planned. In the session it moves with what you do.',
  nothing: 'No line is said.',
  cutShort: 'cut short',
  askedFor: 'asked for',

  save: 'Save the transcript',
  kinds: { text: 'As text', webvtt: 'As captions (WebVTT)' },
  titleOf: (session: string) => `Undertone: ${session}`,
  asPlanned: 'As planned',
  began: (day: string, clock: string) => `Begun on ${day} at ${clock}`,
  voice: (guide: string) => `Voice: ${guide}`,
};
