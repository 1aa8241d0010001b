import { sounds } from './counted.ts';

export const after = {
  title: { session: 'The session has ended', practice: 'The practice has ended' },
  lasted: (clock: string) => `${clock} in all`,
  given: (clock: string) => `medicine at ${clock}`,
  tide: 'As it was',
  happened: 'What happened',
  said: 'What was said',
  nothingSaid: 'No line was said.',
  faults: (count: number) => `${sounds(count)} did not play`,
  noFaults: 'Every sound played.',
  reasons: {
    late: 'came too late and was left out',
    missing: 'was not on this device',
    stopped: 'stopped by itself and could not be started again',
  },
  faultAbout: 'The sound went on without them.',
  export: 'Save the record',
  exportAbout: 'one file, on this device only',
  goOn: 'Go on',
  goOnAbout: 'from where the fade began',
  again: { session: 'New session', practice: 'Done' },
};
