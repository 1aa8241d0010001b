import { describe, expect, it } from 'vitest';
import { createLimiterNode } from '../../../src/audio/limiter/limiter-node.ts';
import { renderSound } from '../../../src/audio/sounds/render-sound.ts';
import { createSoundBank } from '../../../src/audio/sounds/sound-bank.ts';
import { createSoundWorker } from '../../../src/audio/sounds/sound-worker.ts';
import { decibels, truePeak } from '../../audio/sounds/measure.ts';
import { RATE } from './stage.ts';

async function throughGuard(context: OfflineAudioContext, gain: number) {
  const guard = await createLimiterNode(context);
  const tone = new OscillatorNode(context, { frequency: 997 });
  tone.connect(new GainNode(context, { gain })).connect(guard.node).connect(context.destination);
  tone.start();
  const buffer = await context.startRendering();
  return { kind: guard.kind, sides: [buffer.getChannelData(0), buffer.getChannelData(1)] };
}

describe('the guard of the master', () => {
  it('is a limiter on the audio thread, which lets nothing above −3 dBTP through', async () => {
    const { kind, sides } = await throughGuard(new OfflineAudioContext(2, RATE, RATE), 4);
    expect(kind).toBe('limiter');
    for (const side of sides) {
      expect(decibels(truePeak(side))).toBeLessThanOrEqual(-3);
      expect(decibels(truePeak(side))).toBeGreaterThan(-4.5);
    }
  });

  it('is 6 dB of headroom where there are no worklets, and says so', async () => {
    const context = new OfflineAudioContext(2, RATE, RATE);
    Object.defineProperty(context, 'audioWorklet', { value: undefined });
    const { kind, sides } = await throughGuard(context, 0.5);
    expect(kind).toBe('headroom');
    expect(truePeak(sides[0] ?? new Float32Array())).toBeCloseTo(0.25, 2);
  });
});

describe('the sound bank', () => {
  it('has its sounds made by a worker, each once', async () => {
    const request = createSoundWorker();
    let requests = 0;
    const bank = createSoundBank(8000, (id, rate) => {
      requests++;
      return request(id, rate);
    });
    await Promise.all([bank.load(['small-bell', 'breath-air']), bank.load(['breath-air'])]);
    expect(requests).toBe(2);
    expect(bank.buffer('small-bell')?.getChannelData(1)).toEqual(renderSound('small-bell', 8000)[1]);
    expect(bank.buffer('pad')).toBeUndefined();
  });

  it('says when a sound could not be made, and tries again when asked again', async () => {
    let broken = true;
    const bank = createSoundBank(8000, (id, rate) =>
      broken ? Promise.reject(new Error('no worker')) : Promise.resolve(renderSound(id, rate)),
    );
    await expect(bank.load(['breath-air'])).rejects.toThrow('no worker');
    broken = false;
    await bank.load(['breath-air']);
    expect(bank.buffer('breath-air')?.length).toBe(7 * 8000);
  });
});
