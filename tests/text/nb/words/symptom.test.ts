import { expect, test } from 'vitest'
import { symptomsText, symptomsTitle } from '#text/nb/words/incident/symptom.ts'

test('symptoms are called by name in the order of the screen, and many are counted', () => {
  expect(symptomsText(['mobile', 'power'])).toBe('strøm og mobil')
  expect(symptomsText(['power', 'mobile', 'water', 'road'])).toBe('strøm, mobil, vann og vei')
  expect(symptomsText(['power', 'mobile', 'internet', 'ehr', 'water'])).toBe(
    'strøm, mobil, internett og 2 til',
  )
})

test('what nobody has named yet is something that is down', () => {
  expect(symptomsText([])).toBe('noe er nede')
  expect(symptomsTitle([])).toBe('Noe er nede')
})

test('a title keeps the capitals of a name', () => {
  expect(symptomsTitle(['ehr', 'power'])).toBe('Strøm og CosDoc')
})
