import { describe, expect, test } from 'vitest'
import { readList } from '#server/import/read-list.ts'
import { importContext, readBytes } from '../../../support/a-list.ts'
import { aFhirPatient, anEpisode, bundleOf, bytesOf } from '../../../support/a-bundle.ts'

function refusalOf(bytes: Uint8Array): object {
  const read = readList(bytes, importContext)
  return read.ok ? { kind: 'taken' } : read.refusal
}

const at = (server: string, resource: object & { id?: string }) => ({
  fullUrl: `https://${server}.invalid/fhir/Patient/kari`,
  resource,
})
const read = (entry: readonly object[]) =>
  readBytes(bytesOf({ resourceType: 'Bundle', type: 'collection', entry }))
const alarmOf = (reference: string, fullUrl = 'https://a.invalid/fhir/EpisodeOfCare/e') => ({
  fullUrl,
  resource: anEpisode({ id: 'e', patient: { reference } }),
})

describe('a file that is no list of R4 is refused, and says why', () => {
  test.each([
    ['DSTU2', { name: [{ family: ['Bø'], given: ['Kari'] }] }],
    ['STU3', { meta: { profile: ['http://hl7.org/fhir/STU3/patient.html'] } }],
    ['STU3', { animal: {} }],
    ['R5', { meta: { profile: ['http://hl7.org/fhir/5.0/StructureDefinition/Patient'] } }],
  ])('a Patient of %s with %j', (found, fields) => {
    expect(refusalOf(bundleOf([aFhirPatient(fields)]))).toEqual({
      kind: 'brokenJson',
      because: 'otherVersion',
      found,
    })
  })

  test.each([
    ['DSTU2', { resourceType: 'MedicationOrder' }],
    ['STU3', { resourceType: 'MedicationStatement', taken: 'n' }],
    ['STU3', { resourceType: 'AllergyIntolerance', clinicalStatus: 'active' }],
    ['STU3', { resourceType: 'ProcedureRequest' }],
    ['R5', { resourceType: 'MedicationRequest', medication: { concept: { text: 'x' } } }],
    ['R5', { resourceType: 'DeviceUsage' }],
  ])('a resource of %s: %j', (found, resource) => {
    expect(refusalOf(bundleOf([aFhirPatient(), resource]))).toMatchObject({ found })
  })

  test('a page of several', () => {
    const link = [{ relation: 'next', url: 'https://ehr.invalid/2' }]

    expect(refusalOf(bundleOf([aFhirPatient()], { link, total: 57 }))).toEqual({
      kind: 'brokenJson',
      because: 'partOfList',
      found: '1 av 57',
    })
  })

  test('fewer entries than were found', () => {
    expect(refusalOf(bundleOf([aFhirPatient()], { type: 'searchset', total: 57 }))).toMatchObject({
      because: 'partOfList',
      found: '1 av 57',
    })
    expect(refusalOf(bundleOf([aFhirPatient()], { type: 'searchset', total: 1 }))).toEqual({
      kind: 'taken',
    })
  })

  test('a history, an error answer, and JSON of another kind', () => {
    expect(refusalOf(bundleOf([aFhirPatient()], { type: 'history' }))).toMatchObject({
      because: 'history',
    })
    expect(refusalOf(bytesOf({ resourceType: 'OperationOutcome' }))).toMatchObject({
      because: 'errorAnswer',
    })
    expect(refusalOf(bytesOf([{ Navn: 'Bø' }]))).toMatchObject({ because: 'notFhir' })
  })

  test('a key that stands twice', () => {
    const text = new TextDecoder().decode(bundleOf([aFhirPatient()]))
    const twice = `${text.slice(0, -1)},"entry":[]}`

    expect(refusalOf(new TextEncoder().encode(twice))).toMatchObject({
      because: 'repeatedKey',
      found: 'entry',
    })
  })
})

describe('a reference is somebody else’s where the server is another', () => {
  test.each([
    ['Patient/kari', 1],
    ['https://a.invalid/fhir/Patient/kari', 1],
    ['https://a.invalid/fhir/Patient/kari/_history/3', 1],
    ['https://b.invalid/fhir/Patient/kari', 0],
    ['Patient/ola', 0],
    ['Patient?identifier=4711', 0],
  ])('%s', (reference, merged) => {
    expect(read([at('a', aFhirPatient()), alarmOf(reference)]).merged).toBe(merged)
  })

  test('and means its own server’s where two have the same id', () => {
    const ola = aFhirPatient({
      identifier: [],
      name: [{ family: 'Berg' }],
      birthDate: '1950-01-01',
    })
    const people = [at('a', aFhirPatient()), at('b', ola)]

    const { people: read2 } = read([
      ...people,
      alarmOf('Patient/kari', 'https://b.invalid/fhir/EpisodeOfCare/e'),
    ])

    expect(read2.map(({ name, facts }) => [name.family, facts.services])).toEqual([
      ['Nordmann', []],
      ['Berg', ['TRY']],
    ])
  })
})

test('a broken line of a bulk export is told of, and its person stays by her name and number', () => {
  const lines = [
    JSON.stringify(aFhirPatient()),
    '{"resourceType":"Patient","id":"b","identifier":[{"value":"4712"}],"name":[{"family":"Bø","gi',
    JSON.stringify(aFhirPatient({ id: 'c', identifier: [], birthDate: '1950-01-01' })),
  ]

  const read = readList(new TextEncoder().encode(lines.join('\n')), importContext)

  expect(read).toMatchObject({
    ok: true,
    value: { people: [{}, {}], unreadable: [{ line: 2, identifyingTexts: ['4712', 'Bø'] }] },
  })
})
