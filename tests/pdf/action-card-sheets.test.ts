import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { actionCardSheets } from '#pdf/action-card-sheets.ts'
import { readFonts } from '#pdf/font.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import { formSheets } from '#pdf/form-sheets.ts'
import { typesetter } from '#pdf/sheet.ts'

const set = typesetter(readFonts())
const known = { services: defaultServiceDefinitions, forms: defaultForms }

test.each(defaultActionCards)('$code is at most two A4 pages, in type that can be read', (card) => {
  const sheets = actionCardSheets(card, { tab: 'K', set, known })
  const sizes = sheets.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : [])),
  )

  expect(sheets.length).toBeLessThanOrEqual(2)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7.5)
})

test('a step on paper says in words what it is done on, by the municipality’s own codes', () => {
  const [card] = defaultActionCards
  const sheets = card === undefined ? [] : actionCardSheets(card, { tab: 'K', set, known })
  const lines = sheets.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])),
  )
  const text = lines.join(' ').replaceAll(noBreak, ' ')

  expect(text).toContain('send nærmeste bil. → listen BST')
  expect(text).toContain('→ skjemaet Hendelseslogg')
  expect(lines.filter((line) => line.endsWith('→'))).toEqual([])
})

test.each(defaultForms)('$name is one page', (form) => {
  expect(formSheets(form, { tab: 'L', set })).toHaveLength(1)
})
