import { expect, test } from 'vitest'
import { documentKindNames, rowOf } from '#domain/documents/document-kinds.ts'
import { documentOf } from '#domain/documents/document-of.ts'
import { mayWrite } from '#domain/documents/document-writers.ts'
import { aPatient, aPatientId } from '../../support/a-patient.ts'

test('a document carries its kind, its version and its own id', () => {
  const body = aPatient({ id: aPatientId(7) })

  expect(documentOf('patient', body)).toEqual({ docId: aPatientId(7), schema: 'patient@1', body })
})

test('each kind is written by its writers, in its class and version, and by no one else', () => {
  expect(mayWrite('import', 'critical', 'patient@1')).toBe(true)
  expect(mayWrite('import', 'details', 'patient@1')).toBe(false)
  expect(mayWrite('import', 'critical', 'patient@2')).toBe(false)
  expect(mayWrite('import', 'journal', 'note@1')).toBe(false)
  expect(mayWrite('projection', 'journal', 'note@1')).toBe(true)
})

test('a part of the server deletes where it writes', () => {
  expect(mayWrite('import', 'protected', null)).toBe(true)
  expect(mayWrite('import', 'journal', null)).toBe(false)
})

test('every kind has somebody who writes it', () => {
  expect(documentKindNames.filter((kind) => rowOf(kind).writers.length === 0)).toEqual([])
})
