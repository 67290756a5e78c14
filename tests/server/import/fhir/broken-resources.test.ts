import { expect, describe, test } from 'vitest'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readBytes } from '../../../support/a-list.ts'

function readBundle(...resources: readonly object[]): ListReading {
  const entry = resources.map((resource) => ({ resource }))
  return readBytes(new TextEncoder().encode(JSON.stringify({ resourceType: 'Bundle', entry })))
}

const kari = {
  resourceType: 'Patient',
  id: 'kari',
  identifier: [
    { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '21030550231' },
    { system: 'http://cosdoc.dips.no/lopenummer', value: '4711' },
  ],
  name: [{ use: 'official', family: 'Nordmann', given: ['Kari', 'Anne'] }],
  birthDate: '2005-03-21',
}
const subject = { reference: 'Patient/kari' }

describe('what is broken or shared takes nothing from a patient and gives nothing to another', () => {
  const ola = {
    resourceType: 'Patient',
    id: 'ola',
    name: [{ family: 'Berg', given: ['Ola'] }],
    birthDate: '1941-05-06',
  }
  const cpap = { resourceType: 'Device', type: { text: 'CPAP' }, patient: subject }

  test('a broken Patient is known by name and numbers, so that she stays in the roster', () => {
    const list = readBundle(ola, { ...kari, birthDate: { value: 'x' } })

    expect(list.people).toHaveLength(1)
    expect(list.unreadable[0]?.identifyingTexts).toEqual(
      expect.arrayContaining(['21030550231', '4711', 'Nordmann Kari Anne']),
    )
  })

  test('where a Device is broken, nobody without one is said to have none', () => {
    const broken = { ...cpap, type: 'Respirator', patient: { reference: 'Patient/ola' } }

    const list = readBundle(kari, ola, cpap, broken)

    expect(list.people.map(({ facts }) => facts.devices?.length)).toEqual([1, undefined])
  })

  test('a number that two people have names neither of them', () => {
    const number = { value: '4711' }
    const list = readBundle(
      kari,
      { ...ola, identifier: [number] },
      { ...cpap, patient: { identifier: number } },
    )

    expect(list.people.map(({ facts }) => facts.devices ?? [])).toEqual([[], []])
    expect(list.unreadable).toMatchObject([
      { reason: { kind: 'resourceWithoutPatient', resourceType: 'Device' } },
    ])
  })
})
