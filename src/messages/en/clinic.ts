/** The place where a clinic sets what is its own. */
export const clinic = {
  title: 'Clinic',
  about: 'What your clinic sets once, for every session on this device.',
};
