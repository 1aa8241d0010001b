import { strToU8, zipSync } from 'fflate';
import { recordCsv } from '#session/record-csv.ts';
import { recordFhir } from '#session/record-fhir.ts';
import { recordDocument } from '#session/record-document.ts';
import { buildTimeline } from '#session/timeline.ts';
import { sessionName } from './session-name.ts';
import type { HandedFile } from './ports.ts';
import type { OpenRecord, Records } from './records.svelte.ts';

/** What a record can be taken away as. */
export const RECORD_KINDS = ['csv', 'json', 'fhir'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** So that spreadsheets read the letters as they are. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A record as a file, named after the moment its session began: `undertone-2026-11-22-1405.csv`. */
export function recordFile(kind: RecordKind, open: OpenRecord): HandedFile {
  const { record } = open;
  const name = sessionName(record.beganMs);
  switch (kind) {
    case 'json':
      return { name: `${name}.json`, type: 'application/json', text: documentOf(open) };
    case 'fhir': {
      const bundle = recordFhir(record, (wallMs) => new Date(wallMs).toISOString());
      const text = `${JSON.stringify(bundle, null, 2)}\n`;
      return { name: `${name}.fhir.json`, type: 'application/fhir+json', text };
    }
    case 'csv': {
      const text = BYTE_ORDER_MARK + recordCsv(record, (wallMs) => new Date(wallMs).toISOString());
      return { name: `${name}.csv`, type: 'text/csv;charset=utf-8', text };
    }
  }
}

function documentOf({ record, kept, guide }: OpenRecord): string {
  return recordDocument({
    record,
    timeline: buildTimeline(kept.plan, kept.log, guide),
    guide,
    kept: kept.kept,
    beginning: kept.beginning,
    chain: kept.chain,
    began: new Date(record.beganMs).toISOString(),
  });
}

/** All records as one zip, a folder each. */
export async function allRecords(records: Records): Promise<HandedFile> {
  const files: Record<string, Uint8Array> = {};
  for (const { id } of records.all) {
    const open = await records.read(id);
    if (open === undefined) continue;
    const folder = freeFolder(sessionName(open.record.beganMs), files);
    for (const kind of RECORD_KINDS) {
      const { name, text } = recordFile(kind, open);
      files[`${folder}/${name}`] = typeof text === 'string' ? strToU8(text) : text;
    }
  }
  return { name: 'undertone-records.zip', type: 'application/zip', text: zipSync(files, { level: 6 }) };
}

/** Two sessions may have begun in the same minute. */
function freeFolder(name: string, files: Readonly<Record<string, unknown>>): string {
  const taken = new Set(Object.keys(files).map((file) => file.split('/')[0]));
  let folder = name;
  for (let nth = 2; taken.has(folder); nth++) folder = `${name}-${nth}`;
  return folder;
}
