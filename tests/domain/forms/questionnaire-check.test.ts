import { expect, test } from 'vitest'
import { besoksnotat } from '#content/forms/besoksnotat.ts'
import { hendelseslogg } from '#content/forms/hendelseslogg.ts'
import { findEventAt, itemRefusals } from '#domain/forms/questionnaire-check.ts'
import { responseOf } from '#domain/forms/response-layout.ts'

const complete = {
  visitedAt: [{ valueDateTime: '2026-11-23T15:35:00.000Z' }],
  done: [{ valueString: 'Kveldsstell' }],
  changed: [{ valueBoolean: false }],
  informed: [{ valueCoding: { system: 'urn:beredt:code:informed', code: 'nobody' } }],
}

test('an empty note names each field that must be filled, in the order of the form', () => {
  const refusals = itemRefusals(besoksnotat, {})

  expect(refusals.map(({ kind, linkId }) => `${kind} ${linkId}`)).toEqual([
    'missing visitedAt',
    'missing done',
    'missing changed',
    'missing informed',
  ])
})

test('a note with all that is asked for can be signed', () => {
  expect(itemRefusals(besoksnotat, complete)).toEqual([])
})

test('something changed asks for what', () => {
  const refusals = itemRefusals(besoksnotat, { ...complete, changed: [{ valueBoolean: true }] })

  expect(refusals).toEqual([
    { kind: 'missing', key: 'change', linkId: 'change', label: 'Hva er endret?' },
  ])
})

test('white space is no answer', () => {
  const refusals = itemRefusals(besoksnotat, { ...complete, done: [{ valueString: ' \n ' }] })

  expect(refusals.map(({ kind }) => kind)).toEqual(['missing'])
})

test('an answer that is too long says how long it may be', () => {
  const refusals = itemRefusals(besoksnotat, {
    ...complete,
    done: [{ valueString: 'a'.repeat(4001) }],
  })

  expect(refusals).toEqual([
    { kind: 'tooLong', key: 'done', linkId: 'done', label: 'Hva gjorde du?', maxLength: 4000 },
  ])
})

test('an answer of another type, two where one is asked for, and an unknown choice are refused', () => {
  const refusals = itemRefusals(besoksnotat, {
    visitedAt: [{ valueString: 'i går' }],
    done: [{ valueString: 'a' }, { valueString: 'b' }],
    changed: [{ valueBoolean: false }],
    informed: [{ valueCoding: { system: 'urn:beredt:code:informed', code: 'mayor' } }],
  })

  expect(refusals.map(({ kind, linkId }) => `${kind} ${linkId}`)).toEqual([
    'wrongType visitedAt',
    'tooMany done',
    'unknownOption informed',
  ])
})

test('the incident log asks for a deadline only after a decision', () => {
  const open = responseOf(
    hendelseslogg,
    { decision: [{ valueString: 'Kall inn' }], responsible: [{ valueString: 'Kari' }] },
    'completed',
  )
  const closed = responseOf(hendelseslogg, { responsible: [{ valueString: 'Kari' }] }, 'completed')

  expect(open.item.map(({ linkId }) => linkId)).toEqual(['decision', 'responsible'])
  expect(closed.item).toEqual([])
})

test('a note happened when its visit was', () => {
  expect(findEventAt(responseOf(besoksnotat, complete, 'completed'))).toBe(
    '2026-11-23T15:35:00.000Z',
  )
  expect(findEventAt(responseOf(besoksnotat, {}, 'completed'))).toBeNull()
})
