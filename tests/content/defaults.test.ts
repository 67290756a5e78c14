import { expect, test } from 'vitest'
import { binderText } from '#text/nb/print/binder.ts'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { deviceKinds } from '#content/device-kinds.ts'
import { defaultForms } from '#content/forms/default-forms.ts'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { ActionCard, type CardStep } from '#domain/cards/action-card.ts'
import { DeviceKind } from '#domain/patient/device-kind.ts'
import { linkIds } from '#domain/forms/asked-items.ts'
import { Questionnaire, type QuestionnaireItem } from '#domain/forms/questionnaire.ts'

const stepsOf = (card: ActionCard): CardStep[] => card.phases.flatMap(({ steps }) => steps)
const isThere = new Set<string>([
  ...defaultActionCards.map(({ code }) => code),
  ...defaultForms.map(({ name }) => name),
])

function conditionsOf(items: readonly QuestionnaireItem[]): string[] {
  return items.flatMap((item) => [
    ...(item.enableWhen ?? []).map(({ question }) => question),
    ...conditionsOf(item.item ?? []),
  ])
}

test.each(defaultActionCards.map((card) => [card.code, card] as const))(
  '%s is what the domain says a card is',
  (_, card) => {
    expect(ActionCard.parse(card)).toEqual(card)
  },
)

test.each(defaultActionCards.map((card) => [card.code, card] as const))(
  '%s numbers its steps through the whole card, so that one can be named over the phone',
  (_, card) => {
    const numbers = stepsOf(card).map(({ number }) => number)

    expect(numbers).toEqual(numbers.map((_number, place) => place + 1))
  },
)

test.each(defaultActionCards.map((card) => [card.code, card] as const))(
  '%s has phases that follow each other without a gap',
  (_, card) => {
    const timed = card.phases.filter(({ fromMinutes }) => fromMinutes !== null)

    expect(timed[0]?.fromMinutes).toBe(0)
    expect(timed.slice(1).map(({ fromMinutes }) => fromMinutes)).toEqual(
      timed.slice(0, -1).map(({ toMinutes }) => toMinutes),
    )
    expect(card.phases.at(-1)?.kind).toBe('normalisation')
  },
)

test.each(defaultActionCards.map((card) => [card.code, card] as const))(
  '%s leads to forms and cards that are there',
  (_, card) => {
    const targets = [...stepsOf(card).flatMap(({ opens }) => opens ?? []), ...card.writtenOn]
    const named = targets.flatMap((target): string[] => {
      if (target.kind === 'form') return [target.form]
      return target.kind === 'card' ? [target.card] : []
    })

    expect(named.filter((name) => !isThere.has(name))).toEqual([])
  },
)

test.each([
  ...defaultActionCards.map((card) => [card.code, card] as const),
  ['the binder', { cover: binderText.cover, contents: binderText.contents }] as const,
])('%s names no card that is not there', (_, text) => {
  const named = [...JSON.stringify(text).matchAll(/TK-\d+/g)].map(([code]) => code)

  expect(named.filter((code) => !isThere.has(code))).toEqual([])
})

test.each(defaultActionCards.map((card) => [card.code, card] as const))(
  '%s shows no source keys, and nobody has approved it',
  (_, card) => {
    expect(JSON.stringify(card)).not.toMatch(/\[[A-Z0-9-]+\]|`own`|`inf`/)
    expect(card.approvedBy).toBeNull()
  },
)

test('the numbers that one must not get wrong are on the cards', () => {
  const text = JSON.stringify(defaultActionCards)

  for (const fact of [
    '23 20 80 00',
    '23 31 07 50',
    '02497',
    'Hystadveien 9',
    'Hjertnespromenaden 21',
    'Bugårdsgata 9B',
    'Sandefjordsveien 3',
    'Andebuveien 939',
    'Ole Stavnums vei 12',
    '72 t',
    '116 117',
  ]) {
    expect(text).toContain(fact)
  }
})

test.each(defaultForms.map((form) => [form.name, form] as const))(
  '%s is a questionnaire whose conditions name its own questions',
  (_, form) => {
    const ids = linkIds(form.item)

    expect(Questionnaire.parse(form)).toEqual(form)
    expect(new Set(ids).size).toBe(ids.length)
    expect(conditionsOf(form.item).filter((question) => !ids.includes(question))).toEqual([])
  },
)

test('no service code and no device kind stands twice', () => {
  const codes = defaultServiceDefinitions.map(({ code }) => code)
  const titles = deviceKinds.map(({ id }) => id)

  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(titles).size).toBe(titles.length)
  expect(deviceKinds.map((kind) => DeviceKind.parse(kind))).toEqual(deviceKinds)
})
