import type { Measured } from './record-clinic.ts';
import { wallMsAt, type SessionRecord } from './record.ts';

/** Where codes come from, as FHIR R4 names it. */
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
/** The profiles of R4's vital signs: hl7.org/fhir/R4/observation-vitalsigns.html. */
const PROFILE = 'http://hl7.org/fhir/StructureDefinition/';

interface Coding {
  readonly code: string;
  readonly display: string;
}
/** LOINC codes and names as those profiles have them; oxygen by a finger's sensor has the general code beside its own. */
const CODES = {
  panel: [{ code: '85354-9', display: 'Blood pressure panel with all children optional' }],
  systolic: [{ code: '8480-6', display: 'Systolic blood pressure' }],
  diastolic: [{ code: '8462-4', display: 'Diastolic blood pressure' }],
  pulse: [{ code: '8867-4', display: 'Heart rate' }],
  spo2: [
    { code: '2708-6', display: 'Oxygen saturation in Arterial blood' },
    { code: '59408-5', display: 'Oxygen saturation in Arterial blood by Pulse oximetry' },
  ],
} as const satisfies Record<string, readonly Coding[]>;

type Resource = { readonly resourceType: string } & Readonly<Record<string, unknown>>;

/** A resource with the address it has inside of its bundle. */
interface Entry {
  readonly fullUrl: string;
  readonly resource: Resource;
}

/**
 * A record as a FHIR R4 bundle: one procedure, and an observation for each thing that was measured. Nobody is named: the
 * patient is a resource without any content, to be joined to a person by the clinic. `isoOf` writes milliseconds of the
 * wall clock as an instant with its zone.
 */
export function recordFhir(record: SessionRecord, isoOf: (wallMs: number) => string): object {
  const urlOf = (nth: number) => `urn:uuid:${derivedUuid(record.id, nth)}`;
  const [patient, procedure] = [urlOf(1), urlOf(2)];
  const context: Context = { patient, procedure, isoOf };
  const resources = [
    { resourceType: 'Patient' },
    procedureOf(record, context),
    ...record.vitals.flatMap((vital) => observationsOf(vital, context)),
  ];
  const entry = resources.map((resource, nth): Entry => ({ fullUrl: urlOf(nth + 1), resource }));
  return {
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'urn:ietf:rfc:3986', value: urlOf(0) },
    timestamp: isoOf(wallMsAt(record, record.to)),
    entry,
  };
}

interface Context {
  readonly patient: string;
  readonly procedure: string;
  readonly isoOf: (wallMs: number) => string;
}

function procedureOf(record: SessionRecord, { patient, isoOf }: Context): Resource {
  const { medicine, notes, plan } = record;
  const given = medicine.map(({ value: { device, givenAt } }) => ({
    time: isoOf(wallMsAt(record, givenAt)),
    text: device === undefined ? 'Medicine given' : `Device ${device} started`,
  }));
  const noted = notes.map(({ wallMs, value: { text, tag } }) => ({
    time: isoOf(wallMs),
    text: [tag, text].filter((part) => part !== undefined && part !== '').join(': '),
  }));
  const note = [...given, ...noted].filter(({ text }) => text !== '');
  return {
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: `Guided audio session: ${plan.title}` },
    subject: { reference: patient },
    performedPeriod: {
      start: isoOf(record.beganMs),
      end: isoOf(wallMsAt(record, record.checks.left?.at ?? record.to)),
    },
    ...(note.length > 0 ? { note } : {}),
  };
}

function observationsOf(vital: SessionRecord['vitals'][number], context: Context): Resource[] {
  const { value } = vital;
  const common = commonOf(vital, context);
  const vitalSign = (profile: string, codes: readonly Coding[], rest: object): Resource => ({
    ...common,
    meta: { profile: [PROFILE + profile] },
    category: [{ coding: [{ system: CATEGORY, code: 'vital-signs', display: 'Vital Signs' }] }],
    code: conceptOf(codes),
    ...rest,
  });
  const { systolic, diastolic, pulse, spo2, sedation } = value;
  return [
    ...(systolic === undefined && diastolic === undefined
      ? []
      : [vitalSign('bp', CODES.panel, { component: pressureOf(value) })]),
    ...(pulse === undefined
      ? []
      : [vitalSign('heartrate', CODES.pulse, { valueQuantity: quantity(pulse, 'beats/minute', '/min') })]),
    ...(spo2 === undefined
      ? []
      : [vitalSign('oxygensat', CODES.spo2, { valueQuantity: quantity(spo2, '%', '%') })]),
    ...(sedation === undefined
      ? []
      : [{ ...common, code: { text: 'Sedation, 0 to 5 as the clinic counts it' }, valueInteger: sedation }]),
  ];
}

function commonOf(
  { wallMs, value: { note }, earlier }: SessionRecord['vitals'][number],
  { patient, procedure, isoOf }: Context,
): Resource {
  return {
    resourceType: 'Observation',
    status: earlier.length > 0 ? 'corrected' : 'final',
    subject: { reference: patient },
    partOf: [{ reference: procedure }],
    effectiveDateTime: isoOf(wallMs),
    ...(note === undefined || note === '' ? {} : { note: [{ text: note }] }),
  };
}

/** Both, as the profile demands: what was not written down is said to be unknown. */
function pressureOf({ systolic, diastolic }: Measured): object[] {
  const component = (codes: readonly Coding[], value: number | undefined) => ({
    code: conceptOf(codes),
    ...(value === undefined
      ? { dataAbsentReason: { coding: [{ system: ABSENT, code: 'unknown', display: 'Unknown' }] } }
      : { valueQuantity: quantity(value, 'mmHg', 'mm[Hg]') }),
  });
  return [component(CODES.systolic, systolic), component(CODES.diastolic, diastolic)];
}

function conceptOf(codes: readonly Coding[]): object {
  return { coding: codes.map(({ code, display }) => ({ system: LOINC, code, display })) };
}

function quantity(value: number, unit: string, code: string): object {
  return { value, unit, system: UCUM, code };
}

/** Names for what has none of its own, the same at every export: RFC 9562, version 8, from the session's own and a number. */
export function derivedUuid(id: string, nth: number): string {
  const digits = id
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
    .padEnd(32, '0')
    .slice(0, 32);
  const last = (BigInt(`0x${digits.slice(20)}`) + BigInt(nth)) % 2n ** 48n;
  const tail = last.toString(16).padStart(12, '0');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    tail,
  ].join('-');
}
