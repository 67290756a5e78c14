import { expect, test } from 'vitest'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { saidStreets, saidWords } from '#domain/incidents/said/said-words.ts'
import { bodyInTime, startOf, withMovedStart } from '#domain/incidents/said/start-in-time.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { aStart, aStep, minute, nord1 } from '../../../support/a-fact.ts'

test('a start that was pressed moves with the clock, and one that lies ahead was announced', () => {
  const ahead = aStart({ startsAt: minute(1) })

  expect(withMovedStart(aStart({ startsAt: minute(0) }), minute(0), move)).toEqual(
    aStart({ startsAt: minute(-90) }),
  )
  expect(withMovedStart(ahead, minute(0), move)).toBe(ahead)
  expect(withMovedStart(corrected(minute(-30)), minute(0), move)).toEqual(corrected(minute(-120)))
  expect(withMovedStart(corrected(minute(30)), minute(0), move)).toEqual(corrected(minute(30)))
  expect(withMovedStart(aStep(), minute(0), move)).toEqual(aStep())
})

test('the words of a fact are what its author typed, and an area has its streets', () => {
  const area = { zones: [nord1], streets: ['Storgata'] }

  expect(saidWords(aStep({ word: 'Ingen svarer' }))).toEqual(['Ingen svarer'])
  expect(saidWords({ kind: 'closed', word: null })).toEqual([])
  expect(saidStreets(aStart({ area }))).toEqual(['Storgata'])
  expect(saidStreets({ kind: 'corrected', to: { part: 'area', value: area } })).toEqual([
    'Storgata',
  ])
  expect(saidStreets(aStep())).toEqual([])
})

function move(start: Instant): Instant {
  return plusMinutes(start, -90)
}

function corrected(value: Instant): CoordinationFactBody {
  return { kind: 'corrected', to: { part: 'startsAt', value } }
}

test('what was pressed moves with the clock on phone and server alike; what was typed stands', () => {
  const said = { body: aStart({ startsAt: minute(-30) }), writtenAt: minute(0) }
  const clock = { clockAheadMinutes: 20, receivedAt: minute(10) }

  const pressed = bodyInTime({ ...said, isTyped: false }, clock)
  const typed = bodyInTime({ ...said, isTyped: true }, clock)

  expect(startOf(pressed)).toBe(minute(-50))
  expect(startOf(typed)).toBe(minute(-30))
})

test('a start that was pressed is never later than the receipt, and an announced one stands', () => {
  const clock = { clockAheadMinutes: -60, receivedAt: minute(10) }
  const pressed = { isTyped: false, writtenAt: minute(0) }

  expect(startOf(bodyInTime({ ...pressed, body: aStart({ startsAt: minute(0) }) }, clock))).toBe(
    minute(10),
  )
  expect(startOf(bodyInTime({ ...pressed, body: aStart({ startsAt: minute(90) }) }, clock))).toBe(
    minute(90),
  )
})
