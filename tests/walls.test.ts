import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
// The real configuration, without the rules that need types: the files judged here do not exist.
const eslint = new ESLint({ cwd: root, overrideConfig: [ts.configs.disableTypeChecked] });

/** Which rules refuse this text, if it stood in that file. */
async function refusals(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const imports = (from: string): string => `import { x } from '${from}';\nx();\n`;
const svelte = (script: string): string => `<script lang="ts">\n${script}</script>\n`;

const forbidden: [why: string, file: string, text: string, rule: string][] = [
  ['session enters nobody', 'src/session/a.ts', imports('#audio/engine.ts'), 'house/walls'],
  ['session knows no Svelte', 'src/session/a.ts', imports('svelte'), 'house/walls'],
  ['a type is an import too', 'src/session/a.ts', `export type { X } from '#app/x.ts';\n`, 'house/walls'],
  ['storage and audio never meet', 'src/storage/a.ts', imports('#audio/engine.ts'), 'house/walls'],
  ['audio and storage never meet', 'src/audio/a.ts', imports('#storage/plans.ts'), 'house/walls'],
  ['a relative path is no way round', 'src/storage/a.ts', imports('../audio/engine.ts'), 'house/walls'],
  ['nor from a deeper folder', 'src/session/routes/a.ts', imports('../../audio/b.ts'), 'house/walls'],
  ['nor an absolute one', 'src/session/a.ts', imports('/src/audio/engine.ts'), 'house/walls'],
  ['platform knows nobody', 'src/platform/a.ts', imports('#session/units.ts'), 'house/walls'],
  ['nothing imports ui', 'src/app/a.ts', imports('#ui/App.svelte'), 'house/walls'],
  ['only audio makes sound', 'src/app/a.ts', imports('howler'), 'house/walls'],
  ['only storage keeps', 'src/app/a.ts', imports('idb-keyval'), 'house/walls'],
  ['ui does not sound', 'src/ui/a.ts', imports('#audio/engine.ts'), 'house/walls'],
  ['not even later', 'src/ui/a.ts', `export const x = () => import('tone');\n`, 'house/walls'],
  ['not even from a component', 'src/ui/A.svelte', svelte(`void import('#audio/x.ts');\n`), 'house/walls'],
  ['nor unseen', 'src/ui/a.ts', 'export const x = (a: string) => import(a);\n', 'house/walls'],
  [
    'nor as a worker',
    'src/ui/a.ts',
    `export const u = new URL('../audio/b.ts', import.meta.url);\n`,
    'house/walls',
  ],
  ['session reads no clock', 'src/session/a.ts', 'export const now = Date.now();\n', 'no-restricted-globals'],
  [
    'nor by the back door',
    'src/session/a.ts',
    'export const d = globalThis.Date;\n',
    'no-restricted-globals',
  ],
  [
    'session throws no dice',
    'src/session/a.ts',
    'export const x = Math.random();\n',
    'no-restricted-properties',
  ],
  ['session sets no timer', 'src/session/a.ts', 'setTimeout(() => {}, 1);\n', 'no-restricted-globals'],
  ['session asks no server', 'src/session/a.ts', `void fetch('/x');\n`, 'no-restricted-globals'],
  ['no default exports', 'src/app/a.ts', 'export default 1;\n', 'no-restricted-exports'],
  ['no enums', 'src/app/a.ts', 'export enum A {\n  b,\n}\n', 'no-restricted-syntax'],
  ['no any', 'src/app/a.ts', 'export const x: any = 1;\n', '@typescript-eslint/no-explicit-any'],
  [
    'no bare trust',
    'src/app/a.ts',
    'export const x = [1].at(0)!;\n',
    '@typescript-eslint/no-non-null-assertion',
  ],
  ['no console', 'src/app/a.ts', `console.log('x');\n`, 'no-console'],
  ['files stop at 250 lines', 'src/app/a.ts', 'export {};\n'.repeat(251), 'max-lines'],
  [
    'functions stop at 40',
    'src/app/a.ts',
    `export function f() {${'\n'.repeat(40)}}\n`,
    'max-lines-per-function',
  ],
];

const allowed: [file: string, text: string][] = [
  ['src/session/routes/a.ts', imports('../units.ts')],
  ['src/session/a.ts', imports('valibot')],
  ['src/audio/players/a.ts', imports('#session/units.ts') + `export const t = () => import('tone');\n`],
  ['src/storage/a.ts', imports('#session/log.ts')],
  ['src/app/a.ts', imports('#audio/engine.ts') + `export { y } from '#storage/plans.ts';\n`],
  ['src/ui/screens/live/Live.svelte', svelte(imports('#app/live-session.svelte.ts'))],
  ['src/main.ts', imports('#ui/App.svelte')],
  ['tests/audio/a.test.ts', imports('#audio/engine.ts')],
];

describe('walls', { timeout: 30_000 }, () => {
  it.each(forbidden)('%s', async (_, file, text, rule) => {
    expect(await refusals(file, text)).toContain(rule);
  });

  it.each(allowed)('%s may import what it needs', async (file, text) => {
    expect(await refusals(file, text)).toEqual([]);
  });
});
