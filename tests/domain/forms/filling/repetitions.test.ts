import { expect, test } from 'vitest'
import { repetitionPrefix } from '#domain/forms/answer-keys.ts'
import {
  withoutAnswer,
  withoutRepetition,
  withRepetition,
} from '#domain/forms/filling/repetitions.ts'

const words = (text: string) => ({ valueString: text })
const inGroup = (token: string, linkId: string) => repetitionPrefix('g', token) + linkId

const below = (at: number) => `${repetitionPrefix('q', String(at))}b`

test('the first repetition is added beside the empty one that stood there', () => {
  expect(Object.keys(withRepetition({}, 'g'))).toEqual([inGroup('0', ''), inGroup('1', '')])
})

test('a repetition that goes takes its answers along, and the others keep theirs', () => {
  const answers = {
    [inGroup('0', 'a')]: [words('en')],
    [inGroup('1', 'a')]: [words('to')],
    [inGroup('2', 'a')]: [words('tre')],
  }

  const left = withoutRepetition(answers, 'g', '1')

  expect(left).toEqual({ [inGroup('0', 'a')]: [words('en')], [inGroup('2', 'a')]: [words('tre')] })
  expect(Object.keys(withRepetition(left, 'g'))).toContain(inGroup('3', ''))
})

test('of three rows the middle one goes, and what was below the last moves up with it', () => {
  const answers = {
    q: [words('en'), words('to'), words('tre')],
    [below(0)]: [words('under en')],
    [below(1)]: [words('under to')],
    [below(2)]: [words('under tre')],
  }

  expect(withoutAnswer(answers, 'q', 1)).toEqual({
    q: [words('en'), words('tre')],
    [below(0)]: [words('under en')],
    [below(1)]: [words('under tre')],
  })
})
