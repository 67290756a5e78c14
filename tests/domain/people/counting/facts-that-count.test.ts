import { expect, test } from 'vitest'
import { foldIncidents } from '#domain/incidents/fold-incidents.ts'
import { factsThatCount, isKept } from '#domain/people/counting/facts-that-count.ts'
import { lateNeeds } from '#domain/people/counting/late-needs.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  aCoordinationFact,
  aPersonFact,
  aStart,
  factId,
  incidentId,
  minute,
} from '../../../support/a-fact.ts'
import { aPatientId } from '../../../support/a-patient.ts'

const [first, second, unknown] = [1, 2, 3].map(incidentId)
const now = minute(200)
const days = 24 * 60

const said = (n: number, incident = first, state: 'spokenOk' | 'needsVisit' = 'spokenOk') =>
  aPersonFact(
    n,
    { kind: 'contact', patientId: aPatientId(n), state, word: null },
    incident === undefined ? {} : { incident },
  )

function incidents(isFirstClosed: boolean) {
  const started = [1, 2].map((n) => aCoordinationFact(n, aStart(), { incident: incidentId(n) }))
  const closed = aCoordinationFact(3, { kind: 'closed', word: null }, { replaces: [factId(1)] })
  return foldIncidents(isFirstClosed ? [...started, closed] : started, now)
}

function counting(of: typeof first, known = incidents(false), at = now) {
  const facts = [said(10), said(11, second), said(12, unknown)]
  const incident = known.find(({ id }) => id === of)
  if (incident === undefined) throw new Error('It has started.')
  return factsThatCount(facts, { incident, known, now: at }).map(({ entryId }) => entryId)
}

test('what is said in any open incident counts, and in one whose start has not come', () => {
  expect(counting(first)).toEqual([10, 11, 12].map(factId))
})

test('what was said in a closed one counts for it alone', () => {
  const known = incidents(true)

  expect(counting(second, known)).toEqual([11, 12].map(factId))
  expect(counting(first, known)).toEqual([factId(10)])
})

test('what an incident left behind that is gone from the phone does not count for ever', () => {
  const later = plusMinutes(now, 15 * days)

  expect(counting(second, incidents(false), later)).toEqual([10, 11].map(factId))
})

test('an undo counts wherever it was written', () => {
  const known = incidents(true)
  const [incident] = known.filter(({ id }) => id === second)
  const undo = aPersonFact(20, { kind: 'undone', facts: [factId(11)] })

  const facts =
    incident === undefined ? [] : factsThatCount([undo, said(10)], { incident, known, now })

  expect(facts).toEqual([undo])
})

test('a closed incident is kept for fourteen days to the minute', () => {
  const [closed] = incidents(true).filter(({ standing }) => standing === 'closed')
  const at = minute(3)

  const kept = [14 * days, 14 * days + 1].map((minutes) =>
    closed === undefined ? null : isKept(closed, plusMinutes(at, minutes)),
  )

  expect(kept).toEqual([true, false])
})

test('a late need is one that the closing did not know and that stands', () => {
  const known = incidents(true)
  const before = said(2, first, 'needsVisit')
  const after = said(60, first, 'needsVisit')
  const met = said(61, first, 'needsVisit')
  const visited = aPersonFact(
    62,
    { kind: 'contact', patientId: aPatientId(61), state: 'visited', word: null },
    { replaces: [factId(61)] },
  )

  const needs = lateNeeds(known, [before, after, met, visited])

  expect(needs).toEqual([{ incident: first, patients: [aPatientId(60)] }])
  expect(lateNeeds(incidents(false), [before, after])).toEqual([])
})
