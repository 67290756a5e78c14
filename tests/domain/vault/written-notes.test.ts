import { expect, test } from 'vitest'
import { writtenNotesOfAll } from '#domain/vault/written-notes.ts'
import { Instant } from '#domain/time/instant.ts'
import { aNote } from '../../support/a-note.ts'

const received = Instant.parse('2026-11-23T14:30:00.000Z')
const later = Instant.parse('2026-11-23T15:00:00.000Z')
const of2029 = Instant.parse('2029-11-23T14:00:00.000Z')

test('a note of 2029 stands where it was received, below what was written after', () => {
  const ahead = aNote('Klokken gikk tre år for fort', {
    eventAt: of2029,
    writtenAt: of2029,
    receivedAt: received,
    marks: ['eventAhead', 'writtenAhead'],
  })
  const right = aNote('Skrevet etterpå', { eventAt: later, receivedAt: later })

  expect(writtenNotesOfAll([ahead, right], [])).toMatchObject([right, ahead])
})
