import { expect, test } from 'vitest'
import { CardCode } from '#domain/cards/action-card.ts'
import { findUsing, incidentsFor, ownZoneOf } from '#domain/incidents/incidents-for.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { incidentId, nord1, nord2, tk01 } from '../../support/a-fact.ts'
import { noon } from '../../support/a-patient.ts'
import { anIncident } from '../../support/an-incident.ts'

const now = plusMinutes(noon, 10)
const hers = { zones: [nord1], now }
const ids = (incidents: readonly { id: string }[]) => incidents.map(({ id }) => id)

test('what runs in her zones is apart from what runs elsewhere', () => {
  const here = anIncident({ id: incidentId(1) })
  const elsewhere = anIncident({ id: incidentId(2), area: { zones: [nord2], streets: [] } })

  const found = incidentsFor([here, elsewhere], hers)

  expect(ids(found.running)).toEqual([here.id])
  expect(ids(found.elsewhere)).toEqual([elsewhere.id])
})

test('an incident begins at its start, and not before', () => {
  const atStart = anIncident({ id: incidentId(1), startsAt: now })
  const later = anIncident({ id: incidentId(2), startsAt: plusMinutes(now, 1) })

  const found = incidentsFor([later, atStart], hers)

  expect(ids(found.running)).toEqual([atStart.id])
  expect(ids(found.planned)).toEqual([later.id])
})

test('a closed one is neither running nor planned', () => {
  const closed = anIncident({ standing: 'closed' })

  const found = incidentsFor([closed], hers)

  expect(ids(found.closed)).toEqual([closed.id])
  expect([...found.running, ...found.planned, ...found.elsewhere]).toEqual([])
})

test('the higher level comes first, then power, then the newer, then the smaller id', () => {
  const water = anIncident({ id: incidentId(1), symptoms: ['water'] })
  const newer = anIncident({ id: incidentId(5), startsAt: plusMinutes(noon, 5) })
  const level2 = anIncident({ id: incidentId(6), symptoms: ['road'], level: 2 })
  const unknown = anIncident({ id: incidentId(2), symptoms: [] })
  const same = [anIncident({ id: incidentId(4) }), anIncident({ id: incidentId(3) })]

  const { running } = incidentsFor([unknown, water, ...same, newer, level2], hers)

  expect(ids(running)).toEqual([6, 5, 3, 4, 1, 2].map(incidentId))
})

test('the incident that uses a card is found, and none for another card', () => {
  const incident = anIncident()

  expect(findUsing([incident], tk01)).toBe(incident)
  expect(findUsing([incident], CardCode.parse('TK-09'))).toBeNull()
})

test('her one zone in an incident is its own; of several, or none, there is none', () => {
  const both = anIncident({ area: { zones: [nord1, nord2], streets: [] } })

  expect(ownZoneOf(both, [{ id: nord1 }])).toBe(nord1)
  expect(ownZoneOf(both, [{ id: nord1 }, { id: nord2 }])).toBeNull()
  expect(ownZoneOf(anIncident(), [{ id: nord2 }])).toBeNull()
})
