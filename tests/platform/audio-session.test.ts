import { describe, expect, it } from 'vitest';
import { createAudioSession } from '#platform/audio-session.ts';

describe('what iOS is told the sound is for', () => {
  // Mutant: `announcePlayback` that does not wait for the microphone -> fails.
  it('is playback, and both while a microphone is open', () => {
    const audioSession = { type: 'auto' };
    const session = createAudioSession({ audioSession });
    session.announcePlayback();
    expect(audioSession.type).toBe('playback');
    const letGo = session.announceRecording();
    session.announcePlayback();
    expect(audioSession.type).toBe('play-and-record');
    letGo();
    expect(audioSession.type).toBe('playback');
  });

  it('is nothing where there is no such thing', () => {
    const session = createAudioSession({});
    session.announcePlayback();
    expect(session.announceRecording()()).toBeUndefined();
  });
});
