import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultContacts } from '#content/contacts/default-contacts.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { defaultSymptomGuides } from '#content/symptom-cards.ts'
import { demoMunicipalityContacts } from '#demo/demo-municipality-contacts.ts'
import type { ActionCard } from '#domain/cards/action-card.ts'
import { callsOf, stepsToRun } from '#domain/cards/step-to-run.ts'
import { Symptom } from '#domain/cards/symptom.ts'
import { shiftLeadContact } from '#domain/contacts/whom-to-ask.ts'
import { MunicipalityContact } from '#domain/contacts/contact.ts'
import { Instant } from '#domain/time/instant.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { shell } from '#text/nb/screens/shell.ts'

const cards = defaultActionCards.map((card) => [card.code, card] as const)
const codes = defaultActionCards.map(({ code }) => code)
const callsOfCard = (card: ActionCard) => [
  ...callsOf(card),
  ...stepsToRun(card).flatMap(({ calls }) => calls),
]

/** What a card has somebody say, or quotes from a device: no label of this app. */
const spoken = [
  'ikke tilkoblet strøm',
  'ingen kontakt',
  'normal drift',
  'OK',
  'etterregistrert, hendelse kl. …',
  'Strømmen eller mobilen kan falle ut. Har du noen hos deg? Hvor lenge holder apparatet? Hva gjør du om du trenger hjelp? Vi kommer kl. …',
]
const labels = [shell.listsFrom, shell.unsent, binderText.columns.emptyAt].join('|')

/** Words of three capitals that are no codes of a list. */
const abbreviations = new Set(
  'SMS HDU IKT AMK NAV UPS EPJ SIM NRK GPS NSM DMP VFT VKP ATV'.split(' '),
)

test.each(cards)('%s calls contacts that are there', (_, card) => {
  const known = new Set<string>(defaultContacts.map(({ id }) => id))

  expect(callsOfCard(card).filter((id) => !known.has(id))).toEqual([])
})

test.each(cards)('%s names no card that is not there, and not itself as another', (_, card) => {
  expect(card.useWith.filter((code) => !codes.includes(code) || code === card.code)).toEqual([])
})

test.each(cards)('%s writes telephone numbers that are those of a contact', (_, card) => {
  const known = defaultContacts.flatMap(({ numbers }) => numbers.map(({ number }) => number))
  const written = JSON.stringify(card).matchAll(
    /(?<![\d-])(\d{2} \d{2} \d{2} \d{2}|116 \d{3}|0\d{4}|11\d)(?![\d–])/g,
  )

  expect([...written].map(([number]) => number).filter((one) => !known.includes(one))).toEqual([])
})

test.each(cards)('%s names lists by codes that there are', (_, card) => {
  const known = new Set<string>(defaultServiceDefinitions.map(({ code }) => code))
  const named = [...JSON.stringify(card).matchAll(/(?<![\p{L}-])\p{Lu}{3}(?!\p{L})/gu)]

  expect(
    named.map(([code]) => code).filter((code) => !known.has(code) && !abbreviations.has(code)),
  ).toEqual([])
})

test.each(cards)('%s quotes fields by the names that screen or paper has for them', (_, card) => {
  const quoted = [...JSON.stringify(card).matchAll(/«([^»]+)»/g)].map(([, words]) => words ?? '')

  expect(
    quoted.filter(
      (words) => !spoken.includes(words) && !labels.toLowerCase().includes(words.toLowerCase()),
    ),
  ).toEqual([])
})

test('every contact is one that a card or every screen calls, and stands there once', () => {
  const called = new Set([...defaultActionCards.flatMap(callsOfCard), shiftLeadContact])
  const ids = defaultContacts.map(({ id }) => id)

  expect(ids.filter((id) => !called.has(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('every symptom has one guide, to cards that are there, and every card has a symptom', () => {
  const reached = defaultSymptomGuides.flatMap(({ cards: first, question }) => [
    ...first,
    ...(question?.answers ?? []).flatMap((answer) => answer.cards),
  ])

  expect(defaultSymptomGuides.map(({ symptom }) => symptom)).toEqual(Symptom.options)
  expect(reached.filter((code) => !codes.includes(code))).toEqual([])
  expect(codes.filter((code) => !reached.includes(code))).toEqual([])
})

function isPublic(place: number): boolean {
  return (defaultContacts[place]?.numbers ?? []).length > 0
}

test('the demo fills in invented numbers of its own series, and leaves the public ones as they are', () => {
  const asOf = Instant.parse('2026-11-23T11:00:00.000Z')
  const demo = demoMunicipalityContacts(asOf)

  expect(demo.map((contact) => MunicipalityContact.parse(contact))).toEqual(demo)
  const publicOnes = demo.filter((_contact, place) => isPublic(place))
  expect(publicOnes.map(({ numbers }) => numbers)).toEqual(
    defaultContacts.map(({ numbers }) => numbers).filter((numbers) => numbers.length > 0),
  )
  const invented = demo.filter((_contact, place) => !isPublic(place)).flatMap((one) => one.numbers)
  expect(invented.length).toBeGreaterThan(20)
  expect(invented.filter(({ number }) => !/^900 00 1\d\d$/.test(number))).toEqual([])
})
