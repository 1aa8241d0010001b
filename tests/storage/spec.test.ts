import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const idsIn = (file: string, pattern: RegExp) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(pattern)].map(([, id = '']) => id);
const files = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));

const rules = idsIn('src/storage/SPEC.md', /^- \*\*(ST\d+)\*\*/gm);
/** They are proven in browsers above all: by tests of every kind. */
const titled = files('tests').flatMap((file) => idsIn(file, /\[(ST\d+)\] \w/g));
const quoted = files('src').flatMap((file) => idsIn(file, /\[(ST\d+)\]/g));

describe('SPEC.md of what is kept', () => {
  it('has each id once, and a test for each', () => {
    expect([...new Set(rules)]).toEqual(rules);
    expect(rules.filter((rule) => !titled.includes(rule))).toEqual([]);
  });

  it('has every rule that a test or the code quotes', () => {
    expect([...titled, ...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
