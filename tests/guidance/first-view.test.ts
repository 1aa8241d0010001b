import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const src = path.join(import.meta.dirname, '../../src');
const STATIC_IMPORT = /^\s*(?:import|export)\s[^;]*?from\s+'([#.][^']+)'/gm;

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(STATIC_IMPORT)]
    .filter(([statement]) => !/^\s*(import|export)\s+type\b/.test(statement))
    .map(([, to = '']) =>
      to.startsWith('#') ? path.join(src, to.slice(1)) : path.resolve(path.dirname(file), to),
    )
    .filter((to) => /\.(ts|svelte)$/.test(to));
}

function reachedFrom(start: string): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) for (const to of importsOf(file)) reached.add(to);
  return reached;
}

// Mutant: `import { practiceLineIds } from '#guidance/practice-lines.ts'` in src/app/guide.ts -> fails.
it('the first screen loads the words of sessions, and not those of practices', () => {
  const reached = [...reachedFrom(path.join(src, 'main.ts'))].map((file) => path.relative(src, file));
  expect(reached).toContain('guidance/en/return.ts');
  expect(reached.filter((file) => /guidance\/(practice|all-lines)|catalog\/all-voices/.test(file))).toEqual(
    [],
  );
});
