/** The mixer: on the planner and in a session. */
export const mixer = {
  title: 'Mixer',
  about: 'Everything that sounds, each with a level of its own.',
  open: 'Mixer',
  beds: 'Sounds underneath',
  bedsAll: 'All of them',
  noBeds: 'Nothing sounds underneath. Add a sound below; it comes in slowly.',
  mute: 'Mute',
  muteOf: (name: string) => `Mute ${name.toLowerCase()}`,
  solo: 'Alone',
  soloOf: (name: string) => `Only ${name.toLowerCase()}`,
  soloAbout: 'Alone leaves this sound and the voice.',
  add: 'Add a sound',
  addAbout: 'It comes in over nine seconds.',
  full: 'Six sounds together are the most.',
  remove: 'Take away',
  removeOf: (name: string) => `Take ${name.toLowerCase()} away`,
};
