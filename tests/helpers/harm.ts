import fc from 'fast-check';

// What may have happened to a file on its way here, by accident or on purpose.

/** A place: near the beginning, where headers are, or anywhere. */
const place = fc.oneof(
  fc.nat(64).map((at) => (length: number) => Math.min(at, length)),
  fc.nat(65_535).map((share) => (length: number) => Math.floor((length * share) / 65_536)),
);
const NUMBERS = [0, 1, 2, 8, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
type ByteHarm = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** One thing done to bytes. */
const byteHarm: fc.Arbitrary<ByteHarm> = fc.oneof(
  place.map(
    (at): ByteHarm =>
      (bytes) =>
        bytes.slice(0, at(bytes.length)),
  ),
  fc.tuple(place, fc.nat(7)).map(
    ([at, bit]): ByteHarm =>
      (bytes) =>
        bytes.map((byte, nth) => (nth === at(bytes.length) ? byte ^ (1 << bit) : byte)),
  ),
  fc
    .tuple(place, fc.constantFrom(...NUMBERS), fc.boolean())
    .map(([at, number, isShort]): ByteHarm => (bytes) => {
      const [changed, from] = [bytes.slice(), at(bytes.length)];
      if (from + 4 > changed.length) return changed;
      const view = new DataView(changed.buffer);
      if (isShort) view.setUint16(from, number & 0xffff, true);
      else view.setUint32(from, number, true);
      return changed;
    }),
  fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
    ([at, more]): ByteHarm =>
      (bytes) =>
        joined(bytes.subarray(0, at(bytes.length)), more, bytes.subarray(at(bytes.length))),
  ),
  fc.tuple(place, fc.nat(200)).map(
    ([at, length]): ByteHarm =>
      (bytes) =>
        joined(bytes.subarray(0, at(bytes.length)), bytes.subarray(at(bytes.length) + length)),
  ),
  fc.uint8Array({ maxLength: 300 }).map(
    (any): ByteHarm =>
      () =>
        Uint8Array.from(any),
  ),
);

/** One to three things done to bytes, one after the other. */
export const bytesHarmed: fc.Arbitrary<ByteHarm> = fc
  .array(byteHarm, { minLength: 1, maxLength: 3 })
  .map((harms) => (bytes) => harms.reduce((harmed, harm) => harm(harmed), bytes));

/** A piece of JSON as it stands in a file: also what no value is written as. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const NASTY = [
  ...['null', 'true', '0', '-0', '-1', '1', '0.1', '61', '1e308', '-1e308', '1e999', '-1e999', '5e-324'],
  ...[
    '""',
    '" "',
    '"x"',
    '"\\u0000"',
    '"\\ud800"',
    '"a\\u202eb"',
    '"constructor"',
    '"own.x"',
    '"\\n"',
    '"🌊"',
  ],
  ...['[]', '{}', '[0]', '{"__proto__":{"admin":true}}', '{"a":{"constructor":1}}', nested(40)],
  ...[`"${'x'.repeat(300)}"`, `"${'x'.repeat(70_000)}"`, `[${'0,'.repeat(2_000)}0]`],
].map((text) => new Raw(text));
const KEYS = ['', 'x', 'id', '__proto__', 'constructor', 'a\u202eb', '\u0000', 'k'.repeat(300)];

function written(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(',')}}`;
}

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** The value with what lies at a path changed; `undefined` takes it out. */
function changedAt(value: unknown, [key, ...rest]: Path, change: (there: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const inner = (value as Record<string | number, unknown>)[key];
  const changed = changedAt(inner, rest, change);
  if (!Array.isArray(value)) return { ...(value as object), [key]: changed };
  return value.flatMap((each: unknown, nth) =>
    nth === key ? (changed === undefined ? [] : [changed]) : [each],
  );
}

const change: fc.Arbitrary<(there: unknown) => unknown> = fc.oneof(
  { arbitrary: fc.constantFrom(...NASTY).map((nasty) => () => nasty), weight: 4 },
  fc.constant(() => undefined),
  fc.jsonValue().map((any) => () => any),
  fc.constantFrom(2, 3, 200, 1500).map((times) => (there: unknown) => {
    if (Array.isArray(there)) return Array.from({ length: times }, () => there as unknown[]).flat();
    return typeof there === 'string'
      ? there.repeat(times)
      : typeof there === 'number'
        ? there * times
        : [there, there];
  }),
  fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...NASTY)).map(([key, nasty]) => (there: unknown) => {
    if (typeof there !== 'object' || there === null || Array.isArray(there)) return { [key]: nasty };
    return new Raw(
      written(there).replace(
        /\}$/,
        `${written(there) === '{}' ? '' : ','}${JSON.stringify(key)}:${nasty.text}}`,
      ),
    );
  }),
);

/** The text of a document of which one or two things were changed, each at a place of its own. */
export const jsonHarmed: fc.Arbitrary<(document: unknown) => string> = fc
  .array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 2 })
  .map((changes) => (document) => {
    const harmed = changes.reduce<unknown>((value, [nth, each]) => {
      const paths = value instanceof Raw ? [[]] : pathsIn(value).filter((path) => !hasRaw(value, path));
      return changedAt(value, paths[nth % paths.length] ?? [], each);
    }, document);
    return written(harmed);
  });

/** What was changed once stays as it is. */
function hasRaw(value: unknown, path: Path): boolean {
  let there = value;
  for (const key of path) {
    if (there instanceof Raw) return true;
    there = (there as Record<string | number, unknown>)[key];
  }
  return false;
}

/** A file of which nothing can be read any more: it was moved, or its card was pulled out. */
export class Torn extends File {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('it is gone', 'NotReadableError'));
  }
  override text(): Promise<string> {
    return Promise.reject(new DOMException('it is gone', 'NotReadableError'));
  }
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream({ start: (controller) => controller.error(new DOMException('it is gone')) });
  }
  override slice(): Blob {
    return this;
  }
}
