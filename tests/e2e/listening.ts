import type { Page } from '@playwright/test';

/** Lets a test hear what the page sends to the device: every connection to the destination is also measured. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(listenIn);
}

/** The same from within the page, before anything of it runs. */
export function listenIn(): void {
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
}

/** dBFS. Below this nobody hears anything; what runs never sends nothing at all [E17]. */
export const SILENT = -80;

/** What is heard now, as RMS in dBFS; −∞ while nothing plays. */
export function heardLevel(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { heardLevel(): number }).heardLevel());
}

/** Lets a test hear what the page sends to each ear. */
export async function listenWithBothEars(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ears: (readonly [AnalyserNode, AnalyserNode])[] = [];
    const connect = Reflect.get(AudioNode.prototype, 'connect') as (
      this: AudioNode,
      ...to: unknown[]
    ) => AudioNode;
    const tapped = function (this: AudioNode, ...to: unknown[]): AudioNode {
      if (to[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
        const splitter = this.context.createChannelSplitter(2);
        const both = [this.context.createAnalyser(), this.context.createAnalyser()] as const;
        connect.call(this, splitter);
        for (const [nth, ear] of both.entries()) {
          ear.fftSize = 1024;
          connect.call(splitter, ear, nth);
        }
        ears.push(both);
      }
      return connect.apply(this, to);
    };
    Object.assign(AudioNode.prototype, { connect: tapped });
    const peakOf = (analyser: AnalyserNode): number => {
      if (analyser.context.state !== 'running') return 0;
      const samples = new Float32Array(analyser.fftSize);
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    };
    Object.assign(window, {
      ears: () => [0, 1].map((side) => Math.max(0, ...ears.map((both) => peakOf(both[side as 0 | 1])))),
    });
  });
}

/** What each ear hears now, as a peak from 0 to 1. */
export function heardByEars(page: Page): Promise<[left: number, right: number]> {
  return page.evaluate(() => (window as unknown as { ears(): [number, number] }).ears());
}
