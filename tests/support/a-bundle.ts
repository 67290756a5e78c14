import type { ListReading } from '#server/import/people/list-reading.ts'
import { readBytes } from './a-list.ts'

export const fnrSystem = 'urn:oid:2.16.578.1.12.4.1.4.1'

/** A Patient of FHIR R4 as a record system writes her. */
export function aFhirPatient(fields: object = {}): object {
  return {
    resourceType: 'Patient',
    id: 'kari',
    identifier: [
      { system: fnrSystem, value: '21030550231' },
      { system: 'http://cosdoc.dips.no/lopenummer', value: '4711' },
    ],
    name: [{ use: 'official', family: 'Nordmann', given: ['Kari', 'Anne'] }],
    birthDate: '2005-03-21',
    ...fields,
  }
}

/** What refers to `aFhirPatient`. */
export const ofKari = { reference: 'Patient/kari' }

/** Trygghetsalarm, given to `aFhirPatient`. */
export function anEpisode(fields: object = {}): object {
  return {
    resourceType: 'EpisodeOfCare',
    status: 'active',
    patient: ofKari,
    type: [{ coding: [{ code: 'TRY' }] }],
    ...fields,
  }
}

export function bundleOf(resources: readonly object[], fields: object = {}): Uint8Array {
  const entry = resources.map((resource) => ({ resource }))
  return bytesOf({ resourceType: 'Bundle', type: 'collection', ...fields, entry })
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

export function readBundle(...resources: readonly object[]): ListReading {
  return readBytes(bundleOf(resources))
}
