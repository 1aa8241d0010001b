import { writeSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { createServer, type Plugin } from 'vite';
import { chromiumLaunch } from '../../tests/browsers.ts';
import type { RenderJob } from './page.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Runs a job in the test browser and writes the samples that come back to an open file.
 * @returns how many samples were written for each channel
 */
export async function renderInBrowser(job: RenderJob, file: number): Promise<number> {
  const server = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [piecesTo(file)],
  });
  await server.listen();
  const browser = await chromium.launch(chromiumLaunch(chromium.executablePath()));
  try {
    const page = await browser.newPage();
    await page.goto(new URL('/scripts/render/index.html', server.resolvedUrls?.local[0]).href);
    await page.waitForFunction(() => 'renderSession' in window);
    return await page.evaluate(
      (asked) =>
        (window as unknown as { renderSession(job: RenderJob): Promise<number> }).renderSession(asked),
      job,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Takes the posted pieces, in the order the page waits for them. */
function piecesTo(file: number): Plugin {
  return {
    name: 'pieces-to-file',
    configureServer({ middlewares }) {
      middlewares.use('/piece', (request, response) => {
        bodyOf(request).then(
          (body) => {
            writeSync(file, body);
            response.end();
          },
          (cause: unknown) => {
            response.statusCode = 500;
            response.end(String(cause));
          },
        );
      });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
