/** Chromium shows no controls for anything shorter than 5 s. */
const SECONDS = 10;
const RATE = 8000;

/**
 * A media element that plays nothing, over and over, neither muted nor turned down: phones show lock-screen controls, and
 * let a hidden page go on, only where such an element plays. Web Audio alone is none to them.
 */
export interface SilentLoop {
  /** In a tap, or on the word of the lock screen. */
  play(): void;
  pause(): void;
  close(): void;
}

/** `onStopped` hears when the system has paused it by itself: headphones were pulled out, a call came. */
export function openSilentLoop(onStopped: () => void): SilentLoop {
  const url = URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' }));
  const element = new Audio(url);
  element.loop = true;
  let wanted = false;
  element.onpause = () => {
    if (wanted) onStopped();
  };
  return {
    play() {
      wanted = true;
      // Refused outside of a tap: then there are no controls, and the sound goes on all the same.
      void element.play().catch(() => undefined);
    },
    pause() {
      wanted = false;
      element.pause();
    },
    close() {
      wanted = false;
      element.pause();
      element.removeAttribute('src');
      element.load(); // lets the system take its controls away at once
      URL.revokeObjectURL(url);
    },
  };
}

/** A WAV of one channel with eight bits a sample, where 128 is nothing. */
function silence(): ArrayBuffer {
  const samples = SECONDS * RATE;
  const wav = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string) =>
    [...text].forEach((sign, nth) => wav.setUint8(at + nth, sign.charCodeAt(0)));
  write(0, 'RIFF');
  wav.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, RATE, true);
  wav.setUint32(28, RATE, true);
  wav.setUint16(32, 1, true);
  wav.setUint16(34, 8, true);
  write(36, 'data');
  wav.setUint32(40, samples, true);
  new Uint8Array(wav.buffer, 44).fill(128);
  return wav.buffer;
}
