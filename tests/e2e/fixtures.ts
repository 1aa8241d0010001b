import { expect, test as base } from '@playwright/test';

interface Strictness {
  /** Complaints this test provokes on purpose: `test.use({ excused: [/404/] })`. */
  excused: RegExp[];
  strict: undefined;
}

/** A `test` that fails when the app asks another origin for anything, breaks its own policy or complains. */
export const test = base.extend<Strictness>({
  excused: [[], { option: true }],
  strict: [
    async ({ context, baseURL, excused }, use) => {
      const complaints: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== home) complaints.push(`asked ${request.url()}`);
      });
      // What the policy forbids arrives here too, as an error in the console.
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      context.on('weberror', (problem) => complaints.push(`thrown: ${problem.error().message}`));
      await use(undefined);
      expect(complaints.filter((text) => !excused.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
