/** Lines of somebody close: chosen before a session, asked for in it. */
export const familiar = {
  choose: 'Lines of somebody close',
  about: 'Ready under “Say a line” in the session. Each is heard only when somebody taps it.',
  none: 'None is recorded on this device yet.',
  notAgreed: (count: number) =>
    count === 1
      ? 'One more is kept here, but nobody has noted that who speaks agrees.'
      : `${count} more are kept here, but nobody has noted that who speaks agrees.`,
  record: 'Record one',
  option: (name: string, speaker: string) => `${name} (${speaker})`,
  group: 'Somebody close',
};
