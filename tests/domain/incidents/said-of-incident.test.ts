import { expect, test } from 'vitest'
import { saidOfIncident } from '#domain/incidents/said-of-incident.ts'
import { aCoordinationFact, aStart, factId, incidentId } from '../../support/a-fact.ts'

const whole = { id: incidentId(1), members: [incidentId(1), incidentId(2)] }
const ids = (facts: readonly { entryId: string }[]) => facts.map(({ entryId }) => entryId)

test('what stands is there newest first, of merged incidents too', () => {
  const start = aCoordinationFact(1, aStart())
  const other = aCoordinationFact(2, aStart(), { incident: incidentId(2) })
  const merged = aCoordinationFact(3, { kind: 'merged', other: incidentId(2) })
  const elsewhere = aCoordinationFact(4, aStart(), { incident: incidentId(3) })

  const said = saidOfIncident([start, merged, elsewhere, other], whole)

  expect(ids(said)).toEqual([3, 2, 1].map(factId))
})

test('what was taken back is not there, and neither is the undo', () => {
  const start = aCoordinationFact(1, aStart())
  const confirmed = aCoordinationFact(2, { kind: 'confirmed' })
  const undone = aCoordinationFact(3, { kind: 'undone', facts: [factId(2)] })

  expect(ids(saidOfIncident([start, confirmed, undone], whole))).toEqual([factId(1)])
})

test('what a correction replaced is not there', () => {
  const first = aCoordinationFact(2, { kind: 'corrected', to: { part: 'level', value: 2 } })
  const second = aCoordinationFact(
    3,
    { kind: 'corrected', to: { part: 'level', value: 3 } },
    { replaces: [factId(2)] },
  )

  expect(ids(saidOfIncident([first, second], whole))).toEqual([factId(3)])
})
