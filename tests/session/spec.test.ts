import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '');

const rules = all(read('src/session/SPEC.md'), /^- \*\*([A-Z]{1,2}\d+)\*\*/gm);
const tests = readdirSync(path.join(root, 'tests/session')).filter((file) => file.endsWith('.test.ts'));
const titled = tests.flatMap((file) =>
  all(read(`tests/session/${file}`), /\b(?:it|describe)(?:\.each\([^)]*\))?\(\s*['"`]\[([A-Z]{1,2}\d+)\]/g),
);

describe('SPEC.md', () => {
  it('has each id once', () => {
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter((rule, nth) => rules.indexOf(rule) !== nth)).toEqual([]);
  });

  it('has a test for every rule', () => {
    expect(rules.filter((rule) => !titled.includes(rule))).toEqual([]);
  });

  it('has every rule that a test or the code quotes', () => {
    const code = readdirSync(path.join(root, 'src/session'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => all(read(`src/session/${file}`), /\[([A-Z]{1,2}\d+)\]/g));
    expect([...titled, ...code].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});
