import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '#domain/base/folded-text.ts'

test.each([
  ['Fødselsnr.', 'fodselsnr'],
  ['FOEDSELSNR', 'fodselsnr'],
  ['Haakon Næss', 'hakonnass'],
  ['Løpe-nr (11 siffer)', 'lopenr11siffer'],
  ['a a', 'aa'],
  ['', ''],
])('«%s» is folded to «%s»', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('plain letters are folded as they are beside others', () => {
  const plain = fc.string({ unit: fc.constantFrom('a', 'A', 'e', 'o', 'k', '7', ' ', '-', '.') })
  fc.assert(
    fc.property(plain, (text) => {
      expect(`${foldText(text)}o`).toBe(foldText(`${text}ø`))
    }),
  )
})
