import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Amendment } from '#domain/amendments/amendment.ts'
import {
  awayOf,
  replacedAmendments,
  standingAmendments,
} from '#domain/amendments/standing-amendments.ts'
import { EmployeeId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import {
  aDetailsAmendment,
  aDose,
  anAmendment,
  anEntryId,
  anOutcome,
  kari,
} from '../../support/an-amendment.ts'
import { aPatientId, noon } from '../../support/a-patient.ts'

const later = plusMinutes(noon, 60)
const now = plusMinutes(noon, 24 * 60)
const ahmed = { ...kari, employeeId: EmployeeId.parse('7c000000-0000-4000-8000-000000000002') }

function idsOf(amendments: readonly Amendment[]): string[] {
  return amendments.map(({ entryId }) => entryId)
}

test('the later of two about the same medicine stands, and the earlier is kept beneath it', () => {
  const first = aDetailsAmendment({ entryId: anEntryId(1) })
  const second = aDetailsAmendment({
    entryId: anEntryId(2),
    from: later,
    body: aDose({ amount: '3' }),
  })

  expect(standingAmendments([second, first], now)).toEqual([second])
  expect(replacedAmendments([second, first], now)).toEqual([first])
})

test('a dose that is still to begin stands beside the one that is given until then', () => {
  const today = aDetailsAmendment({ entryId: anEntryId(1) })
  const tomorrow = aDetailsAmendment({ entryId: anEntryId(2), from: plusMinutes(now, 60) })

  expect(idsOf(standingAmendments([today, tomorrow], now))).toEqual([anEntryId(2), anEntryId(1)])
  expect(idsOf(standingAmendments([today, tomorrow], plusMinutes(now, 60)))).toEqual([anEntryId(2)])
})

test('two medicines, two keys and two patients are different things', () => {
  const all = [
    aDetailsAmendment({ entryId: anEntryId(1) }),
    aDetailsAmendment({ entryId: anEntryId(2), body: aDose({ medicine: 'Marevan' }) }),
    anAmendment({ entryId: anEntryId(3), body: { kind: 'key', place: 'Boks', hasCode: false } }),
    anAmendment({ entryId: anEntryId(4), body: { kind: 'key', place: 'Nabo', hasCode: false } }),
    aDetailsAmendment({ entryId: anEntryId(5), patientId: aPatientId(2) }),
  ]

  expect(standingAmendments(all, now)).toHaveLength(5)
})

test('a correction takes the place of what its author wrote, and one that takes back leaves nothing', () => {
  const wrong = anAmendment({ entryId: anEntryId(1), body: { kind: 'died' } })
  const right = anAmendment({ entryId: anEntryId(2), corrects: anEntryId(1) })
  const takenBack = anAmendment({ ...right, body: { kind: 'withdrawn' } })

  expect(idsOf(standingAmendments([wrong, right], now))).toEqual([anEntryId(2)])
  expect(standingAmendments([wrong, takenBack], now)).toEqual([])
})

test('nobody takes back what a colleague wrote, or what is about another patient', () => {
  const died = anAmendment({ entryId: anEntryId(1), body: { kind: 'died' } })
  const back = { corrects: anEntryId(1), body: { kind: 'withdrawn' as const } }

  expect(
    standingAmendments([died, anAmendment({ ...back, entryId: anEntryId(2), author: ahmed })], now),
  ).toEqual([died])
  expect(
    standingAmendments(
      [died, anAmendment({ ...back, entryId: anEntryId(2), patientId: aPatientId(2) })],
      now,
    ),
  ).toEqual([died])
})

test('home again ends a stay in hospital; a death is not hidden by it', () => {
  const inHospital = anAmendment({ entryId: anEntryId(1) })
  const died = anAmendment({ entryId: anEntryId(2), body: { kind: 'died' } })
  const home = anAmendment({ entryId: anEntryId(3), from: later, body: { kind: 'home' } })

  expect(awayOf(standingAmendments([inHospital, home], now))).toBeNull()
  expect(awayOf(standingAmendments([inHospital], now))).toBe('hospitalised')
  expect(awayOf(standingAmendments([died, home], now))).toBe('died')
})

test('what a list has confirmed, or a leader given up, does not stand, and nothing older comes back', () => {
  const first = aDetailsAmendment({ entryId: anEntryId(1) })
  const second = aDetailsAmendment({ entryId: anEntryId(2), from: later })
  const decision = { kind: 'listRight' as const, by: kari, at: now }

  expect(
    standingAmendments([first, { ...second, outcome: anOutcome({ kind: 'confirmed' }) }], now),
  ).toEqual([])
  expect(standingAmendments([first, { ...second, outcome: anOutcome({ decision }) }], now)).toEqual(
    [],
  )
})

test('what a list contradicts stands until a leader has decided, and after that if she keeps it', () => {
  const disputed = aDetailsAmendment({ outcome: anOutcome() })
  const decision = { kind: 'kept' as const, by: kari, at: now }
  const kept = aDetailsAmendment({ outcome: anOutcome({ decision }) })

  expect(standingAmendments([disputed], now)).toEqual([disputed])
  expect(standingAmendments([kept], now)).toEqual([kept])
})

const anyAmendment = fc
  .record({
    n: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom('dose', 'hospitalised', 'home', 'died', 'withdrawn'),
    minutes: fc.integer({ min: -60, max: 60 }),
    corrects: fc.option(fc.integer({ min: 1, max: 6 })),
    isOther: fc.boolean(),
  })
  .map(({ n, kind, minutes, corrects, isOther }): Amendment => {
    const stated = {
      entryId: anEntryId(n),
      from: plusMinutes(now, minutes),
      corrects: corrects === null || corrects === n ? null : anEntryId(corrects),
      author: isOther ? ahmed : kari,
    }
    return kind === 'dose'
      ? aDetailsAmendment(stated)
      : anAmendment({ ...stated, body: bodies[kind] })
  })

const bodies = {
  hospitalised: { kind: 'hospitalised', ward: null },
  home: { kind: 'home' },
  died: { kind: 'died' },
  withdrawn: { kind: 'withdrawn' },
} as const

test('in any order, and however often each comes, the same stands', () => {
  const each = fc.uniqueArray(anyAmendment, { selector: ({ entryId }) => entryId, maxLength: 6 })

  fc.assert(
    fc.property(
      each,
      fc.array(fc.nat({ max: 5 }), { maxLength: 12 }),
      fc.nat(),
      (all, again, turn) => {
        const repeated = [...all, ...again.flatMap((place) => all[place] ?? [])]
        const turned = [
          ...repeated.slice(turn % (repeated.length + 1)),
          ...repeated.slice(0, turn % (repeated.length + 1)),
        ]

        expect(idsOf(standingAmendments(turned.toReversed(), now))).toEqual(
          idsOf(standingAmendments(all, now)),
        )
        expect(idsOf(standingAmendments(turned, now))).toEqual(idsOf(standingAmendments(all, now)))
      },
    ),
  )
})

test('each that stands was given, and of one patient no two that have begun are about the same medicine', () => {
  fc.assert(
    fc.property(fc.array(anyAmendment, { maxLength: 12 }), (all) => {
      const standing = standingAmendments(all, now)
      const begun = standing.filter(({ from, body }) => from <= now && body.kind === 'dose')

      expect(standing.every((one) => all.includes(one))).toBe(true)
      expect(begun.length).toBeLessThan(2)
      expect(standing.some(({ body }) => body.kind === 'withdrawn')).toBe(false)
    }),
  )
})
