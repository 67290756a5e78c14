import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import type { Symptom } from '#domain/cards/symptom.ts'
import { networkClock } from '#domain/incidents/network/network-clock.ts'
import { Instant } from '#domain/time/instant.ts'

const startsAt = Instant.parse('2026-11-23T01:41:00.000Z')
const nord2 = ZoneId.parse('nord-2')

function aLoss(symptoms: Symptom[], streets: string[] = []) {
  return { symptoms, startsAt, area: { zones: [nord2], streets } }
}

function stopping(...symptoms: Symptom[]) {
  return networkClock(aLoss(symptoms)).map(({ what }) => what)
}

test('when the power is gone in a zone, what runs on batteries may stop after the shortest time that is known of it', () => {
  expect(networkClock(aLoss(['power']))).toEqual([
    { what: 'mobile', from: '2026-11-23T03:41:00.000Z' },
    { what: 'emergencyNet', from: '2026-11-23T09:41:00.000Z' },
    { what: 'dispensers', from: '2026-11-23T19:41:00.000Z' },
    { what: 'alarms', from: '2026-11-24T01:41:00.000Z' },
  ])
})

test('one street without power stops no base station, and neither does a net that fails by itself', () => {
  expect(networkClock(aLoss(['power'], ['Furuveien']))).toEqual([])
  expect(networkClock(aLoss(['mobile', 'ehr']))).toEqual([])
  expect(networkClock({ ...aLoss(['power']), area: { zones: [], streets: [] } })).toEqual([])
})

test('what is said to have stopped already is not counted down', () => {
  expect(stopping('power', 'mobile')).toEqual(['emergencyNet', 'dispensers', 'alarms'])
  expect(stopping('power', 'alarm', 'dispenser')).toEqual(['mobile', 'emergencyNet'])
})
