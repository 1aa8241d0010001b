import type { Page } from '@playwright/test';

/** Lets a test hear what the page sends to the device: every connection to the destination is also measured. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: AnalyserNode[] = [];
    const connect = Reflect.get(AudioNode.prototype, 'connect') as (
      this: AudioNode,
      ...to: unknown[]
    ) => AudioNode;
    const tapped = function (this: AudioNode, ...to: unknown[]): AudioNode {
      if (to[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
        const analyser = this.context.createAnalyser();
        analyser.fftSize = 8192;
        heard.push(analyser);
        connect.call(this, analyser);
      }
      return connect.apply(this, to);
    };
    Object.assign(AudioNode.prototype, { connect: tapped });
    const levelOf = (analyser: AnalyserNode): number => {
      if (analyser.context.state !== 'running') return Number.NEGATIVE_INFINITY;
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    };
    Object.assign(window, {
      heardLevel: () => Math.max(Number.NEGATIVE_INFINITY, ...heard.map(levelOf)),
    });
  });
}

/** What is heard now, as RMS in dBFS; −∞ while nothing plays. */
export function heardLevel(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { heardLevel(): number }).heardLevel());
}
