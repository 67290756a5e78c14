import { expect, test } from 'vitest'
import { hasCharacter, printable, readFonts, textWidth, wrap } from '#pdf/font.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import { binderText } from '#text/nb/print/binder.ts'

const fonts = readFonts()

test('both weights have the letters of Norwegian and the Sami languages and the signs of the pages', () => {
  const needed = 'æøåÆØÅáčđŋšŧžÁČĐŊŠŦŽäöüéÄÖÜïÏñÑ«»–—…·°²₂≥≤→☐✓½×−µ€'

  for (const font of [fonts.regular, fonts.bold]) {
    expect(Array.from(needed).filter((character) => !hasCharacter(font, character))).toEqual([])
  }
})

test('every character of the binder’s own words is in the font', () => {
  const words = JSON.stringify(binderText)

  expect(Array.from(words).filter((character) => !hasCharacter(fonts.bold, character))).toEqual([])
})

test('a letter with a mark that the font lacks is shown without it', () => {
  expect(printable('a\u0323\u0331b', fonts.regular)).not.toContain('☐☐')
  expect(printable('x\u0304', fonts.regular).startsWith('x')).toBe(true)
})

test('a decomposed letter is put together', () => {
  expect(printable('A\u030as', fonts.regular)).toBe('Ås')
})

test('eleven digits that could be a fødselsnummer are struck out', () => {
  expect(printable('Fnr 010170 12345.', fonts.regular)).toBe('Fnr •••••••••••.')
  expect(printable('Ring 004790000101', fonts.regular)).toBe('Ring 004790000101')
})

test('words joined by a no-break space stay on one line', () => {
  const phone = `900${noBreak}00${noBreak}101`
  const lines = wrap(`Nabo Elin Moe ${phone}`, fonts.regular, 10, 80)

  expect(lines.at(-1)).toBe(phone)
})

test('a telephone number in a sentence stays on one line too', () => {
  const text = printable('Ring nabo 900 00 213 eller legevakt 116 117.', fonts.regular)

  for (const width of [60, 80, 100, 120]) {
    const lines = wrap(text, fonts.regular, 10, width).join('\n')
    expect(lines).toContain(`900${noBreak}00${noBreak}213`)
    expect(lines).toContain(`116${noBreak}117`)
  }
})

test('no line is wider than its column, even of one long word', () => {
  const lines = wrap('Spesialsykepleierkompetanse '.repeat(5).trim(), fonts.regular, 10, 60)

  for (const line of lines) expect(textWidth(line, fonts.regular, 10)).toBeLessThanOrEqual(60)
})
