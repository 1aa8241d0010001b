/** The name under which page and audio thread know the recorder. */
export const MICROPHONE_PROCESSOR = 'undertone-microphone';
/** Samples in a message: a multiple of the 128 the audio thread works in, some twenty messages a second. */
export const CHUNK = 2048;
