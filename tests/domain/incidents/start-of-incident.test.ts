import { expect, test } from 'vitest'
import { defaultActionCards } from '#content/action-cards/default-action-cards.ts'
import { defaultSymptomGuides } from '#content/symptom-cards.ts'
import { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { startOfIncident } from '#domain/incidents/start-of-incident.ts'
import { nord1 } from '../../support/a-fact.ts'
import { noon } from '../../support/a-patient.ts'

const held = { guides: defaultSymptomGuides, cards: defaultActionCards }
const plan = {
  area: { zones: [nord1], streets: [] },
  startsAt: noon,
  announcedEnd: null,
  level: 1 as const,
}
const codesOf = ({ cards }: { cards: readonly { code: string }[] }) => cards.map(({ code }) => code)

test('an area without power starts the clock of telecom by itself', () => {
  const body = startOfIncident({ ...plan, symptoms: ['power'] }, {}, held)

  expect(codesOf(body)).toEqual(['TK-01', 'TK-02'])
  expect(CoordinationFactBody.parse(body)).toEqual(body)
})

test('one building without power does not', () => {
  const body = startOfIncident({ ...plan, symptoms: ['power'] }, { power: 'building' }, held)

  expect(codesOf(body)).toEqual(['TK-01'])
})

test('each card is pinned in the version of this phone', () => {
  const cards = defaultActionCards.map((card) => ({ ...card, version: 7 }))

  const body = startOfIncident({ ...plan, symptoms: ['water'] }, {}, { ...held, cards })

  expect(body.cards).toEqual([{ code: 'TK-09', version: 7 }])
})

test('a start needs no card, and no symptom', () => {
  const nothingHeld = { guides: [], cards: [] }

  expect(startOfIncident({ ...plan, symptoms: ['power'] }, {}, nothingHeld).cards).toEqual([])
  expect(startOfIncident({ ...plan, symptoms: [] }, {}, held).cards).toEqual([])
})
