import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { actionCardSheets } from '#pdf/action-card-sheets.ts'
import { tk01 } from '#content/action-cards/tk-01.ts'
import { tk04 } from '#content/action-cards/tk-04.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import type { ActionCard } from '#domain/cards/action-card.ts'
import type { MunicipalityContact } from '#domain/contacts/contact.ts'
import { stepsToRun } from '#domain/cards/step-to-run.ts'
import { readFonts } from '#pdf/font.ts'
import { noBreak, phoneText } from '#text/nb/words/phone.ts'
import { demoMunicipalityContacts } from '#demo/demo-municipality-contacts.ts'
import { Instant } from '#domain/time/instant.ts'
import { formSheets } from '#pdf/form-sheets.ts'
import { typesetter } from '#pdf/sheet.ts'

const set = typesetter(readFonts())
const known = {
  services: defaultServiceDefinitions,
  forms: defaultForms,
  contacts: demoMunicipalityContacts(Instant.parse('2026-11-23T11:00:00.000Z')),
}

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

const longForms = new Map([
  ['kartlegging', 3],
  // Both sides of one sheet.
  ['mottakslogg', 2],
])

test.each(defaultForms)('$name is one page, and the long ones no more than they may', (form) => {
  const { length } = formSheets(form, { tab: 'L', set })

  expect(length).toBeLessThanOrEqual(longForms.get(form.name) ?? 1)
})

const textOn = (card: ActionCard, contacts: readonly MunicipalityContact[] = known.contacts) =>
  actionCardSheets(card, { tab: 'K', set, known: { ...known, contacts } })
    .flatMap(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
    .join(' ')
    .replaceAll(noBreak, ' ')

test.each(defaultActionCards)('$code prints every number that its steps call', (card) => {
  const called = stepsToRun(card).flatMap(({ calls }) => calls)
  const numbers = known.contacts
    .filter(({ id }) => called.includes(id))
    .flatMap((contact) => contact.numbers.map(({ number }) => phoneText(number)))
  const printed = textOn(card)

  expect(numbers.filter((number) => !printed.includes(number.replaceAll(noBreak, ' ')))).toEqual([])
})

test('a number that nobody has filled in is a line to write on', () => {
  expect(textOn(tk01, defaultContacts)).toMatch(/HDU-vakt _{5,}/)
  expect(textOn(tk01, defaultContacts)).toContain('AMK 113')
})

test('a step that nobody has approved has its mark, and the card says what the mark means', () => {
  const printed = textOn(tk01)

  expect(printed).toContain(
    'Under 18 °C inne eller bruker er kald: tepper, samle i ett rom, vurder flytting. *',
  )
  expect(printed).toContain('* ikke faglig godkjent')
})

test('a step that is due at another time than its phase ends says when', () => {
  expect(textOn(tk04)).toContain('Senest 2 t før start.')
  expect(textOn(tk04)).toContain('Frist 2 t etter start.')
})
