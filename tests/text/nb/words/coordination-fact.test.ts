import { expect, test } from 'vitest'
import { ZoneId } from '#domain/base/ids.ts'
import { CardCode } from '#domain/cards/action-card.ts'
import type { CoordinationFactBody } from '#domain/incidents/coordination-fact.ts'
import { Instant } from '#domain/time/instant.ts'
import { coordinationFactText, placeText } from '#text/nb/words/incident/coordination-fact.ts'

const now = Instant.parse('2026-11-23T02:12:00.000Z')
const nord2 = ZoneId.parse('nord-2')
const context = { now, zones: [{ id: nord2, name: 'Nord 2' }] }
const card = CardCode.parse('TK-01')

const named: readonly [CoordinationFactBody, string][] = [
  [{ kind: 'confirmed' }, 'Bekreftet'],
  [{ kind: 'closed', word: 'Strømmen er tilbake' }, 'Over (Strømmen er tilbake)'],
  [{ kind: 'reopened', word: null }, 'Åpnet igjen'],
  [
    { kind: 'step', card, cardVersion: 4, step: 3, zone: nord2, state: 'failed', word: null },
    'TK-01 steg 3: Gikk ikke',
  ],
  [{ kind: 'corrected', to: { part: 'level', value: 2 } }, 'Nivå 2, utvidet'],
  [
    {
      kind: 'corrected',
      to: { part: 'startsAt', value: Instant.parse('2026-11-23T01:41:00.000Z') },
    },
    'Start 02:41',
  ],
  [{ kind: 'corrected', to: { part: 'announcedEnd', value: null } }, 'Slutt ikke varslet'],
  [
    {
      kind: 'corrected',
      to: { part: 'area', value: { zones: [nord2], streets: ['Furuveien'] } },
    },
    'Sted: Nord 2, Furuveien',
  ],
]

test.each(named)('%j is called %s', (body, name) => {
  expect(coordinationFactText(body, context)).toBe(name)
})

test('many places are counted, and a zone of others is called by its id', () => {
  const zones = ['nord-2', 'sor-1', 'sor-2']
  expect(placeText({ zones, streets: [] }, context.zones)).toBe('3 soner')
  expect(placeText({ zones: ['sor-1'], streets: ['A', 'B', 'C'] }, context.zones)).toBe(
    'sor-1, 3 gater',
  )
})
