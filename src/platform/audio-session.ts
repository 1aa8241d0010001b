/**
 * Tells iOS that this is playback: without it the mute switch and the screen lock end the sound. Has to be said before
 * the first audio context; elsewhere it does not exist.
 */
export function announcePlayback(): void {
  const { audioSession } = navigator as Navigator & { audioSession?: { type: string } };
  if (audioSession !== undefined) audioSession.type = 'playback';
}
