import { expect, test } from 'vitest'
import { ownFactsOf, replayed } from '#app/worker/incident/model/own-facts.ts'
import { DeviceId } from '#domain/base/ids.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'
import { aCoordinationFact, aPersonFact, aStart, incidentId } from '../../../../support/a-fact.ts'
import { aFactEntry, aPatientId } from '../../../../support/a-fact-entry.ts'
import { aProfile, noon } from '../../../../support/test-vault.ts'

const threeYears = 3 * 365 * 24 * 60
const right = { now: noon, aheadMinutes: 0 }

function anOwnEntry(more: Partial<OwnEntry> = {}): OwnEntry {
  const { entryId, content, form, zone, incident, world } = aFactEntry(aProfile().author.employeeId)
  return {
    entryId,
    deviceId: DeviceId.parse('de000000-0000-4000-8000-000000000001'),
    n: 1,
    form,
    zone,
    incident,
    world,
    capturedAt: noon,
    hlc: nextHlc(null, 0),
    state: 'sealed',
    receivedAt: null,
    content: { kind: 'open', value: content },
    ...more,
  }
}

/** The server's receipt came so many days ago. */
function received(days: number): Partial<OwnEntry> {
  return { state: 'acked', receivedAt: plusMinutes(noon, -days * 24 * 60) }
}

function people(entry: OwnEntry, clock = right) {
  return ownFactsOf([entry], clock).people
}

test('an own entry is the fact that everybody will have, but for the receipt', () => {
  const entry = anOwnEntry()

  expect(people(entry)).toMatchObject([
    { entryId: entry.entryId, at: noon, receivedAt: null, body: { patientId: aPatientId } },
  ])
})

test('what was pressed moves with the clock’s offset, and what was typed stands', () => {
  const clock = { now: plusMinutes(noon, -threeYears), aheadMinutes: threeYears }
  const entry = anOwnEntry()
  const { content } = entry
  if (content.kind !== 'open' || content.value.kind !== 'personFact') throw new Error('It is one.')
  const typed = { ...content, value: { ...content.value, isTyped: true } }

  expect(people(entry, clock)).toMatchObject([
    { at: clock.now, writtenAt: clock.now, clockAheadMinutes: threeYears },
  ])
  expect(people(anOwnEntry({ content: typed }), clock)).toMatchObject([{ at: noon }])
})

test('nothing was pressed later than now', () => {
  const now = plusMinutes(noon, -90)

  expect(people(anOwnEntry(), { now, aheadMinutes: 0 })).toMatchObject([{ at: now }])
})

test('what a leader rejected, what does not open, and what the phones have let go of is not said again', () => {
  expect(people(anOwnEntry({ state: 'rejected' }))).toEqual([])
  expect(people(anOwnEntry({ content: { kind: 'gone' } }))).toEqual([])
  expect(people(anOwnEntry(received(14)))).toHaveLength(1)
  expect(people(anOwnEntry(received(15)))).toEqual([])
})

test('an own fact gives way to the same one that the server has given back', () => {
  const body = { kind: 'calling', list: 'all', isCalling: true } as const
  const received = aPersonFact(1, body)
  const pending = aPersonFact(2, body, { receivedAt: null })
  const copy = { ...received, receivedAt: null }

  expect(replayed([received], [copy, pending])).toEqual([received, pending])
  expect(replayed([received], [copy])).toEqual([received])
})

test('a start is shown as the server will move it', () => {
  const start = aCoordinationFact(1, aStart({ startsAt: noon }))
  const { author, at, isTyped, replaces, writtenAt, body } = { ...start, at: noon, writtenAt: noon }
  const value = {
    kind: 'coordinationFact' as const,
    author,
    at,
    isTyped,
    replaces,
    writtenAt,
    body,
  }
  const entry = anOwnEntry({
    zone: null,
    incident: incidentId(1),
    content: { kind: 'open', value },
  })
  const clock = { now: plusMinutes(noon, -60), aheadMinutes: 90 }

  expect(ownFactsOf([entry], clock).coordination).toMatchObject([
    { at: plusMinutes(noon, -90), body: { startsAt: plusMinutes(noon, -90) } },
  ])
})
