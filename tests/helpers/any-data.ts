import fc from 'fast-check';
import { STORES, type StoreName } from '#storage/connection.ts';

/** What lies in a database: store, key, value. */
export type Entry = readonly [store: StoreName, key: IDBValidKey, value: unknown];

const bytes = fc.uint8Array({ maxLength: 300 }).map((each) => each.slice());
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\ud800', '\ufeffx', 'é'),
);
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, NaN, Infinity));
const file = [
  bytes.map((each) => new Blob([each], { type: 'audio/wav' })),
  fc
    .tuple(bytes, text)
    .map(([each, name]) => new File([each], name, { type: 'audio/mpeg', lastModified: 5 })),
];
const leaves = [
  ...[text, number, fc.boolean(), fc.constantFrom(null, undefined), fc.date({ noInvalidDate: true })],
  ...[
    bytes,
    bytes.map(({ buffer }) => buffer),
    bytes.map((each) => new Float32Array(each.buffer.slice(0, each.length & ~3))),
  ],
];

const valueOf = (leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'value' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 4 },
      ),
      fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => new Set(items)),
    ),
  })).value;

/** Any value that a browser's database takes from this app. */
export const anyValue = valueOf(fc.oneof(...leaves, ...file));
/** The same where a browser keeps no files. */
const anyButFiles = valueOf(fc.oneof(...leaves));

const anyKey = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.tuple(fc.string({ maxLength: 6 }), fc.nat(9)).map((key) => [...key]),
  fc
    .tuple(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), fc.constant('recording'))
    .map((key) => [...key]),
);

/** All that a device keeps: any values under any keys of any stores, each key once. */
export const anyData = (keepsFiles: boolean): fc.Arbitrary<Entry[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...STORES), anyKey, keepsFiles ? anyValue : anyButFiles), {
      maxLength: 25,
    })
    .map((entries) => [
      ...new Map(entries.map((entry) => [JSON.stringify(entry.slice(0, 2)), entry])).values(),
    ]);
