import path from 'node:path';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier/flat';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import house from './scripts/eslint-walls.js';
import svelteConfig from './svelte.config.js';

/**
 * The rooms of src/. `enters`: the rooms it may import, by doors like '#session/units.ts'.
 * `owns`: the libraries it may import; what a room does not own it may not touch.
 * `pure`: no clock, no dice, no browser. Only src/main.ts meets all rooms; nothing else imports ui.
 * @type {Record<string, { enters: string[], owns: string[], pure?: boolean }>}
 */
const rooms = {
  session: { enters: [], owns: ['valibot'], pure: true },
  messages: { enters: ['session'], owns: [], pure: true },
  guidance: { enters: ['session'], owns: [], pure: true },
  catalog: { enters: ['session'], owns: [], pure: true },
  audio: { enters: ['session', 'catalog'], owns: ['tone', 'howler', 'mediabunny'] },
  storage: { enters: ['session'], owns: ['idb-keyval'] },
  platform: { enters: [], owns: ['workbox-window', 'qr'] },
  'service-worker': {
    enters: ['platform'],
    owns: ['workbox-precaching', 'workbox-routing', 'workbox-range-requests', 'virtual:shipped-sounds'],
  },
  app: {
    enters: ['session', 'guidance', 'catalog', 'audio', 'storage', 'platform', 'messages'],
    owns: ['svelte', 'fflate', 'qr'],
  },
  ui: { enters: ['app', 'session', 'guidance', 'messages'], owns: ['svelte'] },
};

const src = path.join(import.meta.dirname, 'src');
const code = '{ts,js,svelte}';
const impure = [
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask'],
  ...['fetch', 'crypto', 'window', 'document', 'navigator', 'localStorage', 'indexedDB', 'AudioContext'],
];
/** @type {import('eslint').Linter.RulesRecord} */
const purity = {
  'no-restricted-globals': [
    'error',
    {
      globals: impure.map((name) => ({ name, message: 'This room is pure: pass in what it needs.' })),
      checkGlobalObject: true,
    },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'This room is pure: no dice.' },
  ],
};

/** @type {import('eslint').Linter.Config[]} */
const walls = Object.entries(rooms).map(([room, { enters, owns, pure }]) => ({
  files: [`src/${room}/**/*.${code}`],
  plugins: { house },
  rules: { 'house/walls': ['error', { room, walls: { enters, owns }, src }], ...(pure ? purity : {}) },
}));

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', 'reports/', 'public/']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: [`src/**/*.${code}`],
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'No enums: a union of literals says the same.' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  ...walls,
  {
    files: ['**/*.js', 'scripts/**', 'bench/**', 'tests/**', '*.config.ts'],
    languageOptions: { globals: globals.node },
  },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
