import { expect, test } from 'vitest'
import { ActionCard, type CardPhase } from '#domain/cards/action-card.ts'
import { phaseKindOf, stepDueAt, stepsToRun, thresholdAt } from '#domain/cards/step-to-run.ts'
import { Instant } from '#domain/time/instant.ts'

const startAt = Instant.parse('2026-11-23T01:41:00.000Z')
const announcedEndAt = Instant.parse('2026-11-23T05:00:00.000Z')

/** As version 1 of the document stored it: without all that came later. */
const stored = ActionCard.parse({
  id: 'tk-01',
  code: 'TK-01',
  title: 'Bortfall av strøm',
  triggers: [],
  notWhen: [],
  useWith: [],
  decisions: [],
  phases: [
    {
      title: '0–15 min',
      fromMinutes: 0,
      toMinutes: 15,
      steps: [{ number: 1, roles: ['V'], lead: null, text: 'Ring.', critical: true, opens: null }],
    },
    { title: 'Normalisering', fromMinutes: null, toMinutes: null, steps: [] },
  ],
  notify: [],
  figures: [],
  thresholds: [],
  prepared: [],
  traps: [],
  writtenOn: [],
  version: 3,
  validFrom: '2026-11-01',
  nextReviewOn: '2027-11-01',
  owner: 'HDU',
  approvedBy: null,
})

test('a card that was stored before steps had deadlines runs, without deadlines', () => {
  expect(stepsToRun(stored)).toEqual([
    {
      number: 1,
      roles: ['V'],
      lead: null,
      text: 'Ring.',
      critical: true,
      opens: null,
      dueMinutes: null,
      calls: [],
      inference: false,
      card: 'TK-01',
      version: 3,
      phase: { title: '0–15 min', kind: 'during', fromMinutes: 0, toMinutes: 15 },
    },
  ])
  expect(stored.phases.map(phaseKindOf)).toEqual(['during', 'normalisation'])
})

test('a phase says itself when it is done', () => {
  const phase: CardPhase = {
    title: 'Før',
    kind: 'before',
    fromMinutes: null,
    toMinutes: null,
    steps: [],
  }

  expect(phaseKindOf(phase)).toBe('before')
})

test.each([
  [15, '2026-11-23T01:56:00.000Z'],
  [-120, '2026-11-22T23:41:00.000Z'],
  [0, '2026-11-23T01:41:00.000Z'],
])('a step of %d minutes is due at %s', (dueMinutes, dueAt) => {
  expect(stepDueAt({ dueMinutes }, startAt)).toBe(dueAt)
})

test.each([{ dueMinutes: null }, {}])('a step without a deadline is never due: %o', (step) => {
  expect(stepDueAt(step, startAt)).toBeNull()
})

test.each([
  ['start', announcedEndAt, '2026-11-23T03:41:00.000Z'],
  ['start', null, '2026-11-23T03:41:00.000Z'],
  ['announcedEnd', announcedEndAt, '2026-11-23T07:00:00.000Z'],
  ['announcedEnd', null, '2026-11-23T03:41:00.000Z'],
] as const)('a threshold that counts from %s, with the end %s, is at %s', (from, end, at) => {
  const threshold = { afterMinutes: 120, from, text: 'Nivå 2', level: 2, inference: true } as const

  expect(thresholdAt(threshold, { startAt, announcedEndAt: end })).toBe(at)
})
