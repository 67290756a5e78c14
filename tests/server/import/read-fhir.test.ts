import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { importReport } from '#text/nb/words/imports/import-report.ts'
import { readBytes, refusalOf } from '../../support/a-list.ts'

const data = join(import.meta.dirname, '../../data')

function readJson(value: unknown): ListReading {
  return readBytes(new TextEncoder().encode(JSON.stringify(value, null, 2)))
}

function bundle(...resources: readonly object[]): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  }
}

const fnr = 'urn:oid:2.16.578.1.12.4.1.4.1'
const kari = {
  resourceType: 'Patient',
  id: 'kari',
  identifier: [
    { system: fnr, value: '21030550231' },
    { system: 'http://cosdoc.dips.no/lopenummer', value: '4711' },
  ],
  name: [{ use: 'official', family: 'Nordmann', given: ['Kari', 'Anne'] }],
  birthDate: '2005-03-21',
  telecom: [{ system: 'phone', value: '+4790000512' }],
  address: [{ line: ['Furuveien 12', 'H0201'], postalCode: '3210', city: 'Sandefjord' }],
  extension: [{ url: 'http://example.org/vkp-zone', valueString: 'Oslo | Nord | Nord 1' }],
}
const subject = { reference: 'Patient/kari' }

describe('a Patient', () => {
  test('is a person with name, numbers, address, phone and zone', () => {
    const list = readJson(bundle(kari))

    expect(list).toMatchObject({ format: { kind: 'fhir' }, rows: 1, merged: 0, unreadable: [] })
    expect(list.people[0]).toMatchObject({
      name: { family: 'Nordmann', given: 'Kari Anne' },
      bornOn: '2005-03-21',
      personalNumber: { kind: 'fodselsnummer', value: '21030550231', valid: true },
      ehrId: '4711',
      zoneName: 'Nord 1',
      facts: {
        phone: '900 00 512',
        address: {
          street: 'Furuveien 12',
          postalCode: '3210',
          city: 'Sandefjord',
          detail: 'H0201',
        },
      },
    })
  })

  test.each([
    ['D-nummer', '2.16.578.1.12.4.1.4.2', '55102499947', 'dNumber'],
    ['felles hjelpenummer', '2.16.578.1.12.4.1.4.3', '80000000000', 'fhNumber'],
    ['DUF-nummer', '2.16.578.1.12.4.1.4.5', '201812345678', 'dufNumber'],
    ['a synthetic number', '2.16.578.1.12.4.1.4.1', '30908299902', 'synthetic'],
    ['an odd number', '2.16.578.1.12.4.1.4.1', '210377xxxxx', 'unknown'],
  ])('may have a %s', (_name, oid, value, kind) => {
    const identifier = [{ system: `urn:oid:${oid}`, value }]

    expect(readJson({ ...kari, identifier }).people[0]?.personalNumber).toMatchObject({
      kind,
      value,
    })
  })

  test('with protected address is protected', () => {
    const extension = [
      {
        url: 'http://hl7.no/fhir/StructureDefinition/no-basis-address-protection',
        valueCoding: { code: 'STRENGT_FORTROLIG' },
      },
    ]

    expect(readJson({ ...kari, extension }).people[0]?.facts.addressProtection).toBe(
      'strictlyConfidential',
    )
  })
})

describe('what belongs to a patient', () => {
  test('is told of her, each resource a further row', () => {
    const list = readJson(
      bundle(
        kari,
        {
          resourceType: 'RelatedPerson',
          patient: { identifier: { system: fnr, value: '21030550231' } },
          relationship: [{ text: 'Datter' }],
          name: [{ family: 'Nordmann', given: ['Liv'] }],
          telecom: [{ system: 'phone', value: '90000513' }],
        },
        {
          resourceType: 'EpisodeOfCare',
          status: 'active',
          patient: subject,
          type: [
            {
              coding: [
                {
                  system: 'urn:oid:2.16.578.1.12.4.1.1.9151',
                  code: '6',
                  display: 'Trygghetsalarm',
                },
              ],
            },
          ],
        },
        {
          resourceType: 'ServiceRequest',
          status: 'active',
          subject,
          code: { coding: [{ code: 'VEM' }] },
        },
        {
          resourceType: 'ServiceRequest',
          status: 'revoked',
          subject,
          code: { coding: [{ code: 'VDT' }] },
        },
        {
          resourceType: 'Device',
          patient: subject,
          type: { text: 'CPAP' },
          manufacturer: 'ResMed',
          property: [{ type: { text: 'Batteritid' }, valueQuantity: [{ value: 2, unit: 'h' }] }],
        },
        {
          resourceType: 'MedicationStatement',
          status: 'active',
          subject,
          medicationCodeableConcept: { text: 'Furix 40 mg' },
          dosage: [
            {
              text: '1 tablett kl. 08',
              timing: { repeat: { timeOfDay: ['08:00:00'] } },
              doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablett' } }],
            },
          ],
        },
      ),
    )

    expect(list).toMatchObject({ rows: 7, merged: 6, unreadable: [], warnings: [] })
    expect(list.people).toHaveLength(1)
    expect(list.people[0]?.facts).toMatchObject({
      services: ['TRY', 'VEM'],
      nextOfKin: [{ name: 'Liv Nordmann', relation: 'Datter', phone: '900 00 513' }],
      devices: [{ listedAs: 'CPAP', description: 'ResMed', batteryMinutes: 120 }],
      medications: [
        {
          name: 'Furix 40 mg',
          doses: [{ at: '08:00', amount: '1 tablett' }],
          dosageText: '1 tablett kl. 08',
          kind: 'regular',
          timeCritical: false,
        },
      ],
    })
  })

  test('may be read through another resource, which is accounted for with it', () => {
    const list = readJson(
      bundle(
        kari,
        { resourceType: 'Medication', id: 'med', code: { text: 'Paracet 500 mg' } },
        {
          resourceType: 'MedicationRequest',
          status: 'active',
          subject,
          medicationReference: { reference: 'Medication/med' },
          dosageInstruction: [{ asNeededBoolean: true, text: 'Ved smerter' }],
        },
        { resourceType: 'Device', id: 'sug', type: { text: 'Sug' } },
        {
          resourceType: 'DeviceUseStatement',
          status: 'active',
          subject,
          device: { reference: 'Device/sug' },
        },
      ),
    )

    expect(list).toMatchObject({ rows: 5, merged: 4, unreadable: [] })
    expect(list.people[0]?.facts).toMatchObject({
      medications: [{ name: 'Paracet 500 mg', kind: 'asNeeded', doses: [] }],
      devices: [{ listedAs: 'Sug' }],
    })
  })

  test('what a file tells of one it tells of all: the other has no service', () => {
    const per = { ...kari, id: 'per', identifier: [], name: [{ family: 'Lie', given: ['Per'] }] }
    const service = { resourceType: 'EpisodeOfCare', patient: subject, type: [{ text: 'BST' }] }

    const [first, second] = readJson(bundle(kari, per, service)).people

    expect([first?.facts.services, second?.facts.services]).toEqual([['BST'], []])
    expect(second?.facts.medications).toBeUndefined()
  })
})

describe('every entry is accounted for', () => {
  test('the unknown, the broken, the nameless and the homeless are named with their lines', () => {
    const text = `{"resourceType": "Bundle", "entry": [
      {"resource": ${JSON.stringify(kari)}},
      {"resource": {"resourceType": "Encounter", "status": "active"}},
      {"resource": {"resourceType": "Patient", "birthDate": "1958-09-19"}},
      {"resource": {"resourceType": "Patient", "name": "Kari"}},
      {"fullUrl": "urn:uuid:1"},
      {"resource": {"resourceType": "RelatedPerson", "patient": {"reference": "Patient/nobody"}}},
      {"resource": ${JSON.stringify(kari)}}
    ]}`
    const list = readBytes(new TextEncoder().encode(text))

    expect(list).toMatchObject({ rows: 7, merged: 1 })
    expect(list.people).toHaveLength(1)
    expect(
      list.unreadable.map(({ line, reason }) => [line, importReport.unreadable(reason)]),
    ).toEqual([
      [3, 'Encounter brukes ikke i Beredt'],
      [4, 'Navn mangler'],
      [5, 'Patient lar seg ikke lese: feil i «name»'],
      [6, 'Oppføringen mangler ressurstype'],
      [7, 'RelatedPerson hører ikke til noen bruker som er lest fra filen'],
    ])
  })

  test('JSON that is cut is refused as such', () => {
    const whole = JSON.stringify(bundle(kari))

    expect(refusalOf(new TextEncoder().encode(whole.slice(0, -20)))).toBe('brokenJson')
  })

  test('one resource a line is read too', () => {
    const lines = [kari, { ...kari, id: 'b', identifier: [], birthDate: '1950-01-01' }]
    const list = readBytes(
      new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n')),
    )

    expect(list.people.map(({ line }) => line)).toEqual([1, 2])
  })
})

describe('the examples of HL7 Norway', () => {
  const examples = [
    'hl7norway-basisprofiler-r4-fsh-built',
    'hl7norway-lmdi-built',
    'hl7norway-no-domain-vitalsigns',
  ].flatMap((folder) =>
    readdirSync(join(data, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => join(folder, file)),
  )

  test.each(examples)('%s adds up', (file) => {
    const { rows, people, merged, unreadable } = readBytes(readFileSync(join(data, file)))

    expect(rows).toBeGreaterThan(0)
    expect(people.length + merged + unreadable.length).toBe(rows)
  })

  test('the number 210377xxxxx is kept and told of', () => {
    const file = 'hl7norway-basisprofiler-r4-fsh-built/Patient-EspenEksempel.json'
    const list = readBytes(readFileSync(join(data, file)))

    expect(list.people[0]).toMatchObject({
      name: { family: 'Eksempel', given: 'Espen' },
      personalNumber: { kind: 'unknown', value: '210377xxxxx', valid: false },
    })
    expect(list.warnings.map(({ warning }) => warning.kind)).toContain('personalNumber')
  })
})
