import { expect, test } from 'vitest'
import { findSimilarIncident } from '#domain/incidents/similar-incident.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { anAuthor, factId, incidentId, nord1, nord2 } from '../../support/a-fact.ts'
import { noon } from '../../support/a-patient.ts'
import { anIncident } from '../../support/an-incident.ts'

const at = (minutes: number, zones = [nord1]) => ({ zones, now: plusMinutes(noon, minutes) })

test('what was reported within the hour in her zone may be the same', () => {
  const incident = anIncident()

  expect(findSimilarIncident([incident], at(60))).toBe(incident)
  expect(findSimilarIncident([incident], at(61))).toBeNull()
})

test('another zone’s, a closed one and one that has not begun are not', () => {
  expect(findSimilarIncident([anIncident()], at(1, [nord2]))).toBeNull()
  expect(findSimilarIncident([anIncident({ standing: 'closed' })], at(1))).toBeNull()
  expect(findSimilarIncident([anIncident({ startsAt: plusMinutes(noon, 30) })], at(1))).toBeNull()
})

test('it counts from when it was reported, not from when it is said to have begun', () => {
  const corrected = anIncident({ startsAt: plusMinutes(noon, -180) })

  expect(findSimilarIncident([corrected], at(5))).toBe(corrected)
})

test('of several the newest report is offered', () => {
  const started = { by: anAuthor(), at: plusMinutes(noon, 10), fact: factId(2) }
  const newest = anIncident({ id: incidentId(2), started })

  expect(findSimilarIncident([anIncident(), newest], at(20))).toBe(newest)
})
