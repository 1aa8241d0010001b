import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { en } from '#messages/en.ts';
import { messages, type Messages } from '#messages/messages.ts';
import { sessionTexts } from '#messages/session-texts.ts';
import { pluralsOf } from '#messages/plurals.ts';
import { BEATS, BEDS, BUSES } from '#session/layers.ts';
import { RUNGS } from '#session/log.ts';
import { PHASES, ROUTES, TALK } from '#session/plan.ts';

const ui = path.resolve(import.meta.dirname, '../../src/ui');
/** The chapters that come with their screens are here too. */
const english = path.resolve(import.meta.dirname, '../../src/messages/en');
const components = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte'),
);

/** Attributes that are read or shown to a person. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
  'name',
  'about',
  'text',
];
/** Signs that are the same in every language. */
const SIGNS = /^[\s−+×,.:·–]*$/;

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
  readonly [key: string]: unknown;
}

/** Every literal text of a component that a person could meet. */
function literalTexts(source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown, spoken: boolean): void => {
    if (Array.isArray(node)) return node.forEach((inner) => visit(inner, spoken));
    if (typeof node !== 'object' || node === null) return;
    const { type, name, data, value } = node as Node;
    if (type === 'Text' && spoken && typeof data === 'string' && !SIGNS.test(data)) found.push(data.trim());
    if (type === 'StyleDirective') return;
    if (type === 'Attribute') {
      if (typeof name === 'string' && SPOKEN.includes(name)) visit(value, true);
      return;
    }
    for (const [key, inner] of Object.entries(node)) if (key !== 'metadata') visit(inner, spoken);
  };
  visit(parse(source, { modern: true }).fragment, true);
  return found;
}

describe('the catalogue of texts', () => {
  it.each(components)('[L1] %s says nothing of its own', (file) => {
    expect(literalTexts(readFileSync(path.join(ui, file), 'utf8'))).toEqual([]);
  });

  it('[L1] the search would find a text and a label', () => {
    expect(literalTexts('<p aria-label="Hold">{x} Now</p><Act name="Hold" />')).toEqual([
      'Hold',
      'Now',
      'Hold',
    ]);
  });

  it('[L2] another language is one more object of the same shape', () => {
    const plural = pluralsOf('pl');
    const other: Messages = {
      ...en,
      language: 'pl',
      minutes: (count) =>
        plural(count, { one: '# minuta', few: '# minuty', many: '# minut', other: '# minuty' }),
    };
    expect([1, 3, 5, 1.5].map((count) => other.minutes(count))).toEqual([
      '1 minuta',
      '3 minuty',
      '5 minut',
      '1,5 minuty',
    ]);
    // @ts-expect-error a dictionary that lacks texts does not compile
    const lacking: Messages = { language: 'xx' };
    expect(lacking).toBeDefined();
    expectTypeOf(messages('en')).toEqualTypeOf<Messages>();
  });

  it('[L3] everything that can be chosen or lived has a name', () => {
    const { phases, routes, talk, beds, beats, buses } = messages('en');
    const { events } = sessionTexts('en');
    expect(PHASES.every((phase) => phases[phase])).toBe(true);
    expect(ROUTES.every((route) => routes[route].name && routes[route].about)).toBe(true);
    expect(TALK.every((amount) => talk[amount].name && talk[amount].about)).toBe(true);
    expect(BEDS.every((bed) => beds[bed])).toBe(true);
    expect([...BEATS, 'none' as const].every((kind) => beats[kind])).toBe(true);
    expect(BUSES.every((bus) => buses[bus])).toBe(true);
    expect(events.rungs).toHaveLength(RUNGS.length);
  });

  it('[L4] no text shouts, claims an effect or speaks of errors', async () => {
    const all: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') all.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(messages('en'));
    for (const file of readdirSync(english)) collect(await import(path.join(english, file)));
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((text) => /!|\berror\b|\bfail|\b(treat|heal|cure|rewire)s?\b/i.test(text))).toEqual([]);
  });
});
