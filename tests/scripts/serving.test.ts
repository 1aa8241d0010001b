import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headers } from '../../scripts/headers.ts';

const page = readFileSync('docs/serving.md', 'utf8');

/** What stands between the fences after a heading. */
const snippet = (heading: string) =>
  page.split(`## ${heading}\n`)[1]?.split('```')[1]?.replace(/^.*\n/, '') ?? '';

const snippets = {
  nginx: { heading: 'nginx', line: (name: string, value: string) => `add_header ${name} "${value}" always;` },
  Caddy: { heading: 'Caddy', line: (name: string, value: string) => `${name} "${value}"` },
  'a static host': {
    heading: 'A host for static sites',
    line: (name: string, value: string) => `${name}: ${value}`,
  },
};

describe('what a server is told to say', () => {
  it.each(Object.entries(snippets))('is the same for %s', (_, { heading, line }) => {
    const lines = snippet(heading)
      .split('\n')
      .map((each) => each.trim());
    expect(lines).toEqual(
      expect.arrayContaining(Object.entries(headers).map(([name, value]) => line(name, value))),
    );
  });
});
