import { expect, test } from 'vitest'
import { saidStreets, saidWords } from '#domain/incidents/said-words.ts'
import { withMovedStart } from '#domain/incidents/start-in-time.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { aStart, aStep, minute, nord1 } from '../../support/a-fact.ts'

test('a start that was pressed moves with the clock, and one that lies ahead was announced', () => {
  const move = (start: ReturnType<typeof minute>) => plusMinutes(start, -90)
  const ahead = aStart({ startsAt: minute(1) })
  const corrected = (value: ReturnType<typeof minute>) =>
    ({ kind: 'corrected', to: { part: 'startsAt', value } }) as const

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
