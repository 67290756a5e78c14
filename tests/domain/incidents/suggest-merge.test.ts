import { expect, test } from 'vitest'
import { areasOverlap } from '#domain/incidents/in-area.ts'
import { mergeCandidates } from '#domain/incidents/suggest-merge.ts'
import { incidentId, minute, nord1, nord2 } from '../../support/a-fact.ts'
import { anIncident } from '../../support/an-incident.ts'

const one = anIncident({ id: incidentId(1) })
const other = anIncident({ id: incidentId(2), startsAt: minute(60) })
const pair = [{ one: incidentId(1), other: incidentId(2) }]
const elsewhere = { area: { zones: [nord2], streets: [] } }

test('starts within the hour in one area are offered as one, whichever came first', () => {
  expect(mergeCandidates([one, other])).toEqual(pair)
  expect(mergeCandidates([other, one])).toEqual(pair)
  expect(mergeCandidates([one, { ...other, startsAt: minute(61) }])).toEqual([])
})

test('other areas are other incidents, unless one does not say what fails', () => {
  expect(mergeCandidates([one, { ...other, ...elsewhere }])).toEqual([])
  expect(mergeCandidates([one, { ...other, ...elsewhere, symptoms: [] }])).toEqual(pair)
})

test('a closed one is not offered', () => {
  expect(mergeCandidates([one, { ...other, standing: 'closed' }])).toEqual([])
})

test('of three, each pair is offered', () => {
  const third = anIncident({ id: incidentId(3) })

  expect(mergeCandidates([third, one, other])).toHaveLength(3)
})

test('areas overlap in a zone that both have, and in its streets when both are narrowed', () => {
  const whole = { zones: [nord1, nord2], streets: [] }
  const storgata = { zones: [nord1], streets: ['Storgata'] }

  expect(areasOverlap(whole, storgata)).toBe(true)
  expect(areasOverlap(storgata, { zones: [nord1], streets: ['storgata '] })).toBe(true)
  expect(areasOverlap(storgata, { zones: [nord1], streets: ['Furuveien'] })).toBe(false)
  expect(areasOverlap(storgata, { zones: [nord2], streets: [] })).toBe(false)
})
