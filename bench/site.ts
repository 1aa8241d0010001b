import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, loadConfigFromFile, preview, type UserConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const configFile = path.join(root, 'vite.config.ts');

/** The app as it is shipped, and beside it the pages that are only for measuring. */
export interface Site {
  /** At the planner of a session, where most of what is measured begins. */
  readonly app: string;
  readonly floor: string;
  readonly rendering: string;
  readonly composing: string;
  close(): Promise<void>;
}

/** Builds into a folder of its own, so that a build or a test going on elsewhere is not disturbed, and serves it. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'undertone-bench-'));
  const app = path.join(folder, 'app');
  const pages = path.join(folder, 'pages');
  await build({ root, configFile, logLevel: 'error', build: { outDir: app } });
  // Built apart from the app, whose chunks would otherwise be cut differently from those that are shipped.
  const input = {
    rendering: path.join(root, 'bench/rendering.html'),
    composing: path.join(root, 'bench/composing.html'),
  };
  const { build: howApp, ...config } = await appConfig();
  // The rules by which the app is cut into files would bring the app itself into these pages.
  const how = { ...howApp, outDir: pages, rolldownOptions: { input } };
  await build({ ...config, root, configFile: false, logLevel: 'error', build: how });
  copyFileSync(path.join(root, 'bench/floor.html'), path.join(app, 'floor.html'));
  copyFileSync(path.join(root, 'bench/in-page/floor.js'), path.join(app, 'floor.js'));
  const [appServer, pagesServer] = await Promise.all([serve(app), serve(pages)]);
  return {
    app: `${appServer.url}#session`,
    floor: `${appServer.url}floor.html`,
    rendering: `${pagesServer.url}bench/rendering.html`,
    composing: `${pagesServer.url}bench/composing.html`,
    async close() {
      await Promise.all([appServer.close(), pagesServer.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function appConfig(): Promise<UserConfig> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile, root);
  if (loaded === null) throw new Error('vite.config.ts could not be read');
  return loaded.config;
}

async function serve(outDir: string) {
  const server = await preview({
    root,
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the built site could not be served');
  return { url, close: () => server.close() };
}
