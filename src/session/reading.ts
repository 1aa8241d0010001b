import * as v from 'valibot';
import type { Result } from './units.ts';

/** One thing that does not fit, and where: enough for one clear sentence. */
export interface Misfit {
  /** `phases[2].minutes`; empty for the document as a whole. */
  readonly place: string;
  readonly expected: string;
  readonly got: string;
}

const LARGEST_DOCUMENT = 4 * 1024 * 1024;

/** JSON that may come from anywhere: size-capped, and without the keys that reach into prototypes. */
export function readJson(text: string): Result<unknown, Misfit> {
  if (text.length > LARGEST_DOCUMENT)
    return misfit('', 'a document of at most 4 MB', `${Math.ceil(text.length / 1024 / 1024)} MB`);
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new ForbiddenKey(key);
      return inner;
    });
    return { ok: true, value };
  } catch (cause) {
    if (cause instanceof ForbiddenKey) return misfit('', 'no key of that name', `"${cause.message}"`);
    return misfit(
      '',
      'JSON',
      text.trim() === '' ? 'an empty document' : `text that is not JSON (${firstWords(text)})`,
    );
  }
}

class ForbiddenKey extends Error {}

export function readWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): Result<v.InferOutput<Schema>, Misfit> {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return { ok: true, value: read.output };
  const issue = read.issues[0];
  return misfit(placeOf(issue.path ?? []), expectation(issue), issue.received);
}

function misfit(place: string, expected: string, got: string): Result<never, Misfit> {
  return { ok: false, problem: { place, expected, got } };
}

/** `phases[2].minutes`, as a person would write it. */
function placeOf(path: readonly { readonly key: unknown }[]): string {
  return path
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'check') return issue.message;
  if (issue.type === 'min_value') return `a number of at least ${bound(issue)}`;
  if (issue.type === 'max_value') return `a number of at most ${bound(issue)}`;
  if (issue.expected === 'never') return 'no such key';
  return issue.expected ?? issue.message;
}

function bound(issue: v.BaseIssue<unknown>): string {
  return (issue.expected ?? '').replace(/[^\d.-]/g, '');
}

function firstWords(text: string): string {
  return `it begins "${text.trim().slice(0, 24)}"`;
}
