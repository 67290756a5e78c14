import { expect, test } from 'vitest'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'

const live = (schema: string, body: unknown = {}) => ({ deleted: false, schema, body })

test('of a stream with several kinds each is picked, and the other passed by', () => {
  const documents = [live('serviceDefinition@1', 'a'), live('deviceKind@1', 'b')]

  expect(bodiesOf('serviceDefinition', documents)).toEqual({ bodies: ['a'], outdated: 0, newer: 0 })
  expect(bodiesOf('deviceKind', documents)).toEqual({ bodies: ['b'], outdated: 0, newer: 0 })
})

test.each([
  ['a version of another build', 'serviceDefinition@2'],
  ['a kind of another build', 'serviceArea@1'],
  ['a kind that this build has in another class', 'note@1'],
  ['a name that every object has', 'constructor@1'],
])('%s is counted as newer, whichever kind is asked for', (_, schema) => {
  const documents = [live('deviceKind@1'), live(schema)]

  expect(bodiesOf('serviceDefinition', documents)).toMatchObject({ bodies: [], newer: 1 })
  expect(bodiesOf('deviceKind', documents)).toMatchObject({ bodies: [{}], newer: 1 })
})

test('a version that is written no more needs no newer app', () => {
  expect(bodiesOf('patient', [live('patient@0')])).toEqual({ bodies: [], outdated: 1, newer: 0 })
})

test('a tombstone is nothing, of whatever kind it was', () => {
  const tombstone = { deleted: true, schema: 'patient@2', body: null }

  expect(bodiesOf('patient', [tombstone])).toEqual({ bodies: [], outdated: 0, newer: 0 })
})

test('a body that is not as its schema says is damaged', () => {
  const sound = { code: 'BST', meaning: 'lifeEssentialPower', title: 'Strøm' }

  const { values, damaged } = parseBodies('serviceDefinition', [sound, { code: 7 }])

  expect([values.length, damaged]).toEqual([1, 1])
})
