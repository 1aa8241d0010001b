import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contentSecurityPolicy, headers } from './scripts/headers.ts';
import { soundList } from './scripts/sound-list.ts';
import { manifest } from './src/messages/en/manifest.ts';

/** Only at build time: Vite's dev server injects <style> elements, which the policy forbids. */
const policyInPage = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  },
});

/** Every page of the build: name → html file. Pages beside the app (bench, render) are added here. */
const pages = {
  index: 'index.html',
};

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${purpose}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** The app as it is installed, and what answers without a network. The sounds are kept by the page, which shows how far it is. */
const installable = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/service-worker',
  filename: 'service-worker.ts',
  registerType: 'prompt',
  injectRegister: false,
  injectManifest: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
    buildPlugins: { vite: [soundList()] },
  },
  manifest: {
    ...manifest,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#0e1113',
    theme_color: '#0e1113',
    categories: ['health', 'lifestyle', 'music'],
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  },
});

interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * What the page imports at once is one file: cut up by who else uses it, it would come in several, each compressed by
 * itself, and weigh 2 KB more.
 */
function first(id: string, graph: ModuleGraph): string | null {
  const above = new Set([id]); // grows while it is gone through
  for (const each of above) {
    const info = graph.getModuleInfo(each);
    if (info?.isEntry) return 'first';
    for (const importer of info?.importers ?? []) above.add(importer);
  }
  return null;
}

export default defineConfig({
  appType: 'mpa', // a missing file is a 404, not index.html
  plugins: [svelte(), soundList(), policyInPage(), installable],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // an inlined font or worklet would be a data: URL, which the policy forbids
    // Preloading would put the name of every later file into the first: 1.6 KB, for files that come a step sooner on the
    // first visit only; after it they are on the device.
    modulePreload: false,
    rolldownOptions: {
      input: pages,
      output: { codeSplitting: { groups: [{ name: first }] } },
    },
  },
  worker: { format: 'es' },
  preview: { headers },
});
