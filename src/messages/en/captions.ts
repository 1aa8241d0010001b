/** Captions: what is heard, to be read. */
export const captions = {
  open: 'Captions',
  title: 'Captions',
  about: 'What is heard, to be read. Kept on this device.',
  shown: 'Show captions',
  size: 'Size',
  sizes: { normal: 'normal', large: 'large', largest: 'largest' },
  sample: 'Nothing needs to be done.',
  bells: 'Bells in words',
  bellsAbout: 'For those who cannot hear them.',
  announced: 'Read by a screen reader',
  announcedAbout: 'For braille, or where the voice cannot be heard: it speaks over the voice.',
  bell: { soft: 'a soft bell', full: 'a bell' },
};
