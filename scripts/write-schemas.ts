/** `tsx scripts/write-schemas.ts`: writes the JSON Schemas of the documents from the very schemas that read them. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { anchorFileSchema, guideSchema } from '../src/session/guide-reading.ts';
import { logSchema } from '../src/session/log-reading.ts';
import { recordSchema } from '../src/session/record-schema.ts';
import { planSchema } from '../src/session/plan-reading.ts';
import { cardSchema } from '../src/session/preference-card-reading.ts';
import { sheetSchema } from '../src/session/sheet-reading.ts';

const schemas = {
  'plan.schema.json': { title: 'Undertone plan', schema: planSchema },
  'session.schema.json': { title: 'Undertone session record', schema: recordSchema },
  'log.schema.json': { title: 'Undertone session log', schema: logSchema },
  'guide.schema.json': { title: 'Undertone guide', schema: guideSchema },
  'anchor-lines.schema.json': { title: 'Undertone lines of somebody close', schema: anchorFileSchema },
  'card.schema.json': { title: 'Undertone preference card', schema: cardSchema },
  'sheet.schema.json': { title: 'Undertone session sheet', schema: sheetSchema },
};

/** The files of `docs/` by name, as they should be. */
export async function schemaFiles(): Promise<Record<string, string>> {
  const files = Object.entries(schemas).map(async ([file, { title, schema }]) => {
    const json = {
      title,
      ...toJsonSchema(schema, { typeMode: 'input', ignoreActions: ['trim', 'transform', 'check'] }),
    };
    return [file, await format(JSON.stringify(json), { parser: 'json', printWidth: 110 })] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

if (process.argv[1] === import.meta.filename)
  for (const [file, text] of Object.entries(await schemaFiles()))
    writeFileSync(path.join(import.meta.dirname, '../docs', file), text);
