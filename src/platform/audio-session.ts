interface AudioSession {
  type: string;
}

/**
 * Tells iOS what the sound is for; elsewhere this does not exist. As playback neither the mute switch nor the screen lock
 * ends it, but a microphone hears nothing: while one is open it is both, and what is announced meanwhile waits.
 */
export function createAudioSession(navigator: object) {
  const { audioSession } = navigator as { audioSession?: AudioSession };
  let recording = false;
  const is = (type: string) => {
    if (audioSession !== undefined) audioSession.type = type;
  };
  return {
    /** Before the first audio context. */
    announcePlayback(): void {
      if (!recording) is('playback');
    },
    /** Before a microphone is asked for; what it returns is called when it is let go. */
    announceRecording(): () => void {
      recording = true;
      is('play-and-record');
      return () => {
        recording = false;
        is('playback');
      };
    },
  };
}
