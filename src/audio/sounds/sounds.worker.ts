import { renderSound } from './render-sound.ts';
import type { SoundOrder, SoundAnswer } from './sound-worker.ts';

/** Makes sounds away from the page: two seconds of arithmetic would otherwise freeze a tap. */
self.onmessage = ({ data }: MessageEvent<SoundOrder>): void => {
  const { id, sampleRate } = data;
  try {
    const channels = renderSound(id, sampleRate);
    const answer: SoundAnswer = { id, channels };
    self.postMessage(answer, { transfer: channels.map((channel) => channel.buffer) });
  } catch (error) {
    const answer: SoundAnswer = { id, problem: String(error) };
    self.postMessage(answer);
  }
};
