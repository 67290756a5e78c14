import { expect, test } from 'vitest'
import { cardsToOpen, Symptom, SymptomGuide } from '#domain/cards/symptom.ts'

const power = SymptomGuide.parse({
  symptom: 'power',
  cards: ['TK-01', 'TK-02'],
  question: {
    text: 'Hele området?',
    answers: [
      { id: 'area', text: 'Ja', cards: ['TK-01', 'TK-02'] },
      { id: 'building', text: 'Nei', cards: ['TK-01'] },
    ],
  },
})
const mobile = SymptomGuide.parse({ symptom: 'mobile', cards: ['TK-02', 'TK-05'], question: null })
const guides = [mobile, power]

test('a symptom alone opens cards, without its question answered', () => {
  expect(cardsToOpen(['power'], {}, guides)).toEqual(['TK-01', 'TK-02'])
})

test('an answer decides which cards', () => {
  expect(cardsToOpen(['power'], { power: 'building' }, guides)).toEqual(['TK-01'])
})

test('several symptoms open each card once, in the same order whichever was pressed first', () => {
  const expected = ['TK-01', 'TK-02', 'TK-05']

  expect(cardsToOpen(['power', 'mobile'], {}, guides)).toEqual(expected)
  expect(cardsToOpen(['mobile', 'power'], {}, guides)).toEqual(expected)
})

test('an answer of another guide or version changes nothing', () => {
  expect(cardsToOpen(['power'], { power: 'unknown', mobile: 'area' }, guides)).toEqual([
    'TK-01',
    'TK-02',
  ])
})

test('a symptom without a guide opens nothing', () => {
  expect(cardsToOpen(Symptom.options, {}, [])).toEqual([])
})
