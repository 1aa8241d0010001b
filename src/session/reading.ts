import * as v from 'valibot';
import { misfit, quoted, type Misfit } from './misfit.ts';
import { withUnshown } from './shown.ts';
import type { Result } from './units.ts';

/** Documents come from anywhere: these bounds are far above any honest one. */
export const LARGEST_DOCUMENT = 4 * 1024 * 1024;
const DEEPEST = 32;
const LONGEST_STRING = 64 * 1024;
const LONGEST_KEY = 128;
/** Nobody reads more of them. */
const MOST_CHOICES = 20;
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** JSON that may come from anywhere: capped in size, depth and strings, and without keys that reach into prototypes. */
export function readJson(text: string): Result<unknown, Misfit> {
  if (text.length > LARGEST_DOCUMENT) return { ok: false, problem: tooLarge(text.length) };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const got = text.trim() === '' ? 'an empty document' : `text that begins ${quoted(text.trim())}`;
    return { ok: false, problem: { place: '', expected: 'JSON', got } };
  }
  const problem = boundsBroken(value, '', 0);
  return problem === undefined ? { ok: true, value: withPlainZeros(value) } : { ok: false, problem };
}

/** −0 is 0 to everybody but to a few comparisons, and is gone when it is written again. */
function withPlainZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainZeros);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withPlainZeros(inner)]));
  return Object.is(value, -0) ? 0 : value;
}

export function tooLarge(length: number): Misfit {
  const got = `one of ${Math.ceil(length / 1024 / 1024)} MB`;
  return { place: '', expected: 'a document of at most 4 MB', got };
}

function boundsBroken(value: unknown, place: string, depth: number): Misfit | undefined {
  if (typeof value === 'string' && value.length > LONGEST_STRING)
    return { place, expected: 'a text of at most 64 KB', got: `one of ${Math.ceil(value.length / 1024)} KB` };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST)
    return { place, expected: `at most ${DEEPEST} levels of nesting`, got: 'one level more' };
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.includes(key)) return misfit(place, 'no key of that name', key);
    if (key.length > LONGEST_KEY) return misfit(place, `keys of at most ${LONGEST_KEY} characters`, key);
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
  const shown = withUnshown(String(key));
  return place === '' ? shown : `${place}.${shown}`;
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
  Infinity: 'a number without end',
  '-Infinity': 'a number without end',
  never: 'nothing more',
  undefined: 'nothing',
  null: 'null',
};

/** `("full" | "sparse")` as `"full" or "sparse"`; of many only the first and the last. */
function choices(expected: string): string {
  const all = expected.replace(/^\(|\)$/g, '').split(' | ');
  const told = all.length > MOST_CHOICES ? [...all.slice(0, 4), '…', ...all.slice(-1)] : all;
  return told.join(' or ');
}

function received({ input, received }: v.BaseIssue<unknown>): string {
  if (typeof input === 'string') return quoted(input);
  return KINDS[received] ?? received;
}
