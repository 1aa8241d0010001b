const shipped: Readonly<Record<string, { readonly name: string; readonly about: string }>> = {
  bdl: { name: 'Synthesised voice', about: 'A voice made by a computer. Every line is also shown.' },
  speechless: { name: 'Speechless', about: 'Nobody speaks: bells, breath and the lines as captions.' },
};

/** Who says the lines. */
export const guides = {
  choose: 'Who speaks',
  shipped,
  ownAbout: 'Recorded on this device.',
};
