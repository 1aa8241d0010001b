/** What this device is used for, and what is said where a place is for the other use. */
export const device = {
  title: 'This device',
  about: 'What it is used for. Change it whenever you like: nothing that is kept here goes away.',
  who: 'Who uses it?',
  sides: {
    home: {
      name: 'I practise at home',
      about: 'Practices, a journal and your days. It all stays on this device.',
    },
    clinic: {
      name: 'I accompany sessions',
      about: 'Sessions planned, played and recorded. Records stay on this device.',
    },
  },
  atHome: 'At home there is no timeline of a medicine. Records of sessions stay kept, and are not listed.',
  atClinic: 'A tablet that goes from hand to hand offers no journal. Pages that were written stay kept.',
  welcome: 'See the welcome again',
  elsewhere: {
    title: 'This device is set up for home',
    about: 'Sessions, and what a clinic sets for them, are on a device that is set up for accompanying.',
    practise: 'Go to the practices',
    change: 'Change what it is used for',
  },
};
