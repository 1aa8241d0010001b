import * as v from 'valibot';
import { misfit, quoted, type Misfit } from './misfit.ts';
import type { Result } from './units.ts';

/** Documents come from anywhere: these bounds are far above any honest one. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
const DEEPEST = 32;
const LONGEST_STRING = 64 * 1024;
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** JSON that may come from anywhere: capped in size, depth and strings, and without keys that reach into prototypes. */
export function readJson(text: string): Result<unknown, Misfit> {
  if (text.length > LARGEST_DOCUMENT) {
    const got = `one of ${Math.ceil(text.length / 1024 / 1024)} MB`;
    return { ok: false, problem: { place: '', expected: 'a document of at most 4 MB', got } };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const got = text.trim() === '' ? 'an empty document' : `text that begins ${quoted(text.trim())}`;
    return { ok: false, problem: { place: '', expected: 'JSON', got } };
  }
  const problem = boundsBroken(value, '', 0);
  return problem === undefined ? { ok: true, value } : { ok: false, problem };
}

function boundsBroken(value: unknown, place: string, depth: number): Misfit | undefined {
  if (typeof value === 'string' && value.length > LONGEST_STRING)
    return { place, expected: 'a text of at most 64 KB', got: `one of ${Math.ceil(value.length / 1024)} KB` };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST)
    return { place, expected: `at most ${DEEPEST} levels of nesting`, got: 'one level more' };
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.includes(key)) return misfit(place, 'no key of that name', key);
    const problem = boundsBroken(inner, join(place, Array.isArray(value) ? Number(key) : key), depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** A value judged by a schema. The first thing that does not fit is told; nothing is thrown. */
export function readWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): Result<v.InferOutput<Schema>, Misfit> {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return { ok: true, value: read.output };
  const issue = read.issues[0];
  const place = (issue.path ?? []).reduce((whole, { key }) => join(whole, key), '');
  return { ok: false, problem: { place, expected: expectation(issue), got: received(issue) } };
}

/** `phases[2].minutes`, as a person would write it. */
function join(place: string, key: unknown): string {
  if (typeof key === 'number') return `${place}[${key}]`;
  return place === '' ? String(key) : `${place}.${String(key)}`;
}

function expectation(issue: v.BaseIssue<unknown>): string {
  const bound = String(issue.requirement);
  switch (issue.type) {
    case 'strict_object':
      return issue.expected === 'never' ? 'no key of that name' : objectOrKey(issue);
    case 'min_value':
      return `a number of at least ${bound}`;
    case 'max_value':
      return `a number of at most ${bound}`;
    case 'min_length':
      return `a length of at least ${bound}`;
    case 'max_length':
      return `a length of at most ${bound}`;
    case 'integer':
      return 'a whole number';
    case 'regex':
      return issue.message; // each says what it wants
    default:
      return KINDS[issue.expected ?? ''] ?? choices(issue.expected ?? issue.message);
  }
}

function objectOrKey({ expected, received }: v.BaseIssue<unknown>): string {
  return received === 'undefined' && expected !== 'Object' ? 'this key to be there' : 'an object';
}

const KINDS: Readonly<Record<string, string>> = {
  Object: 'an object',
  Array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  NaN: 'not a number',
  never: 'nothing more',
  undefined: 'nothing',
  null: 'null',
};

/** `("full" | "sparse")` as `"full" or "sparse"`. */
function choices(expected: string): string {
  return expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ' or ');
}

function received({ input, received }: v.BaseIssue<unknown>): string {
  if (typeof input === 'string') return quoted(input);
  return KINDS[received] ?? received;
}
