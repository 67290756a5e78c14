import { expect, test } from 'vitest'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { saidStreets, saidWords } from '#domain/incidents/said/said-words.ts'
import { withMovedStart } from '#domain/incidents/said/start-in-time.ts'
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
