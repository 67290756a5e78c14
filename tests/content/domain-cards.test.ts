import { describe, expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import type { ActionCard, CardPhase, CardStep } from '#domain/cards/action-card.ts'
import { dueWords } from '#text/nb/words/cards/action-card.ts'
import { devicesAndPlaces } from './domain-cards/devices-and-places.ts'
import { type DomainCard, type DomainRow, readDomainCards } from './domain-cards/domain-card.ts'
import { outages } from './domain-cards/outages.ts'

const domainCards = [outages, devicesAndPlaces].flatMap(readDomainCards)

/** Phases that the cards call otherwise than the domain facts do. */
const titles: Readonly<Record<string, string>> = {
  '>24 t': 'Over 24 t',
  'Før planlagt': 'Før planlagt nedetid',
  '72 t': 'Innen 72 t',
  'Uker–måneder': 'Uker og måneder',
}

function isOfRow({ phase, roles }: DomainRow, { title }: CardPhase, step: CardStep): boolean {
  return (
    title === (titles[phase] ?? phase) &&
    roles.every((role) => step.roles.some((known) => known === role))
  )
}

function stepsOfRow(card: ActionCard, row: DomainRow): CardStep[] {
  return card.phases.flatMap((phase) => phase.steps.filter((step) => isOfRow(row, phase, step)))
}

function factsLost(facts: readonly string[], text: string): string[] {
  return facts.filter((fact) => !text.toLowerCase().includes(fact.toLowerCase()))
}

const textOf = (steps: readonly CardStep[]) =>
  steps
    .map(({ lead, text, dueMinutes }) =>
      [lead, text, dueWords(dueMinutes ?? null, null)].filter(Boolean).join(' '),
    )
    .join(' ')

function cardOf({ code }: DomainCard): ActionCard {
  const card = defaultActionCards.find((known) => known.code === code)
  if (card === undefined) throw new Error(`${code} is not among the cards`)
  return card
}

test('there is a card for each of the fourteen, and no other', () => {
  expect(defaultActionCards.map(({ code }) => code)).toEqual(domainCards.map(({ code }) => code))
})

describe.each(domainCards.map((domain) => [domain.code, domain] as const))('%s', (_, domain) => {
  test.each(domain.rows.map((row) => [`${row.phase} · ${row.facts[0]}`, row] as const))(
    'has steps with the phase, the roles and the facts of the row %s',
    (_name, row) => {
      expect(factsLost(row.facts, textOf(stepsOfRow(cardOf(domain), row)))).toEqual([])
    },
  )

  test('says what stands around the table', () => {
    const { phases: _phases, ...around } = cardOf(domain)

    expect(factsLost(domain.around, JSON.stringify(around))).toEqual([])
  })

  test('has no step that no row has', () => {
    const card = cardOf(domain)

    const invented = card.phases.flatMap((phase) =>
      phase.steps.filter((step) => !domain.rows.some((row) => isOfRow(row, phase, step))),
    )

    expect(invented).toEqual([])
  })

  test('says when a step is due wherever the phase has an end', () => {
    const timed = cardOf(domain).phases.filter(({ toMinutes }) => toMinutes !== null)

    for (const { steps, fromMinutes, toMinutes } of timed) {
      for (const { dueMinutes } of steps) {
        expect(dueMinutes).toBeGreaterThan(fromMinutes ?? 0)
        expect(dueMinutes).toBeLessThanOrEqual(toMinutes ?? 0)
      }
    }
  })
})
