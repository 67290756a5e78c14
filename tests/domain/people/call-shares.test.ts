import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PatientId } from '#domain/base/ids.ts'
import { type Caller, dealShares, silentAfterMinutes } from '#domain/people/call-shares.ts'
import { maxInShare } from '#domain/people/deal-pool.ts'
import { ownShare } from '#domain/people/own-share.ts'
import type { CallShares } from '#domain/people/person-fact.ts'
import { anAuthor, minute, nord1 } from '../../support/a-fact.ts'
import { aPatientId } from '../../support/a-patient.ts'

const patients = (from: number, to: number): PatientId[] =>
  Array.from({ length: to - from }, (_, n) => aPatientId(from + n))
const caller = (n: number, heard: number, isCalling = true): Caller => {
  const { employeeId, name } = anAuthor(n)
  return { person: { employeeId, name }, lastHeardAt: minute(heard), isCalling }
}
const deal = (
  previous: CallShares | null,
  waiting: readonly PatientId[],
  callers: readonly Caller[],
  now = 0,
) => dealShares(previous, { zone: nord1, list: 'safetyAlarm', waiting, callers, now: minute(now) })
const callerOf = (shares: CallShares, n: number) =>
  shares.shares.find(({ patientId }) => patientId === aPatientId(n))?.caller.name ?? null
const countOf = (shares: CallShares, n: number) =>
  shares.shares.filter(({ caller: { name } }) => name === anAuthor(n).name).length

test('the most urgent are dealt first, in runs of neighbours, to everybody alike', () => {
  const shares = deal(null, patients(0, 352), [caller(1, 0), caller(2, 0), caller(3, 0)])

  expect([1, 2, 3].map((n) => countOf(shares, n))).toEqual([maxInShare, maxInShare, maxInShare])
  expect([0, 4, 5, 9, 10, 14, 15].map((n) => callerOf(shares, n))).toEqual(
    [1, 1, 2, 2, 3, 3, 1].map((n) => anAuthor(n).name),
  )
  expect(shares.shares.map(({ patientId }) => patientId)).toEqual(patients(0, 90))
})

test('whoever comes later gets what nobody has, and takes nothing from anybody', () => {
  const first = deal(null, patients(0, 60), [caller(1, 0)])
  const second = deal(first, patients(0, 60), [caller(1, 1), caller(2, 1)], 1)

  expect(countOf(first, 1)).toBe(30)
  expect(second.shares.slice(0, 30)).toEqual(first.shares)
  expect(countOf(second, 2)).toBe(15)
})

test('one who is marked leaves her share, and the next one comes in', () => {
  const first = deal(null, patients(0, 200), [caller(1, 0)])
  const second = deal(first, patients(3, 200), [caller(1, 2)], 2)

  expect(callerOf(second, 2)).toBeNull()
  expect(second.shares.map(({ patientId }) => patientId)).toEqual(patients(3, 33))
})

test('the patients of one who no longer calls go to others, without a warning', () => {
  const first = deal(null, patients(0, 10), [caller(1, 0), caller(2, 0)])
  const second = deal(first, patients(0, 10), [caller(1, 1, false), caller(2, 1)], 1)

  expect(callerOf(second, 0)).toBe(anAuthor(2).name)
  expect(second.shares.map(({ mayHaveCalled }) => mayHaveCalled)).toEqual(
    second.shares.map(() => null),
  )
})

test('the patients of a silent phone move after a quarter of an hour, and it is said', () => {
  const first = deal(null, patients(0, 10), [caller(1, 0), caller(2, 0)])
  const early = deal(first, patients(0, 10), [caller(1, 0), caller(2, 14)], 14)
  const late = deal(first, patients(0, 10), [caller(1, 0), caller(2, 15)], silentAfterMinutes)

  expect(callerOf(early, 0)).toBe(anAuthor(1).name)
  expect(callerOf(late, 0)).toBe(anAuthor(2).name)
  expect(late.shares[0]?.mayHaveCalled?.name).toBe(anAuthor(1).name)
})

test('a phone that comes back does not get its patients back, and both still know', () => {
  const first = deal(null, patients(0, 4), [caller(1, 0), caller(2, 0)])
  const moved = deal(first, patients(0, 4), [caller(1, 0), caller(2, 20)], 20)
  const back = deal(moved, patients(0, 4), [caller(1, 21), caller(2, 21)], 21)

  expect(callerOf(back, 0)).toBe(anAuthor(2).name)
  expect(back.shares[0]?.mayHaveCalled?.name).toBe(anAuthor(1).name)
})

test('while nobody else is there, a silent caller keeps her patients', () => {
  const first = deal(null, patients(0, 4), [caller(1, 0)])
  const later = deal(first, patients(0, 4), [caller(1, 0)], 60)

  expect(later).toBe(first)
})

test('that somebody may have called is not forgotten while nobody has room for the patient', () => {
  const callers = [caller(1, 0), caller(2, 0)]
  const first = deal(null, patients(0, 100), callers)
  const silent = deal(first, patients(0, 100), [caller(1, 0), caller(2, 20)], 20)

  const held = silent.shares.filter(({ caller: { name } }) => name === anAuthor(1).name)

  expect(countOf(silent, 2)).toBe(maxInShare)
  expect(held.length + silent.shares.filter(({ mayHaveCalled }) => mayHaveCalled).length).toBe(
    countOf(first, 1),
  )
})

test('a caller of whom the server knows nothing may be calling', () => {
  const first = deal(null, patients(0, 4), [caller(1, 0)])
  const second = deal(first, patients(0, 4), [caller(2, 1)], 1)

  expect(second.shares[0]?.mayHaveCalled?.name).toBe(anAuthor(1).name)
})

test('a round in which nothing has changed is not dealt anew', () => {
  const first = deal(null, patients(0, 40), [caller(1, 0), caller(2, 0)])

  expect(deal(first, patients(0, 40), [caller(2, 5), caller(1, 5)], 5)).toBe(first)
})

test('a phone calls within its last share, and warns when it has been silent', () => {
  const shares = deal(null, patients(0, 20), [caller(1, 0), caller(2, 0)])
  const { employeeId } = anAuthor(2)

  const own = ownShare(shares, employeeId, 14.9)

  expect(own.map(({ patientId }) => patientId)).toEqual(patients(5, 10))
  expect(own.some(({ mayBeCalledByOthers }) => mayBeCalledByOthers)).toBe(false)
  expect(ownShare(shares, employeeId, 15)[0]?.mayBeCalledByOthers).toBe(true)
})

/** Rounds of callers who come, go, fall silent and mark. */
const round = fc.record({
  minutes: fc.nat(20),
  marked: fc.nat(6),
  heard: fc.subarray([1, 2, 3, 4]),
  left: fc.subarray([1, 2, 3, 4], { maxLength: 1 }),
})

test('a patient has one caller, and moves only when she is marked, left or silent', () => {
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 12 }), (rounds) => {
      const wrong: string[] = []
      let now = 0
      let waiting = patients(0, 80)
      let before: CallShares | null = null
      const heard = new Map<number, number>()
      for (const { minutes, marked, heard: phones, left } of rounds) {
        now += minutes
        for (const phone of phones) heard.set(phone, now)
        waiting = waiting.slice(marked)
        const callers = [...heard].map(([n, at]) => caller(n, at, !left.includes(n)))
        const after: CallShares = deal(before, waiting, callers, now)
        wrong.push(...wrongMoves(before, after, { waiting, callers, now }))
        before = after
      }

      expect(wrong).toEqual([])
    }),
    { numRuns: 500 },
  )
})

/** What a round did that it may not do. */
function wrongMoves(
  before: CallShares | null,
  { shares }: CallShares,
  {
    waiting,
    callers,
    now,
  }: { waiting: readonly PatientId[]; callers: readonly Caller[]; now: number },
): string[] {
  const isSilent = ({ lastHeardAt }: Caller) => lastHeardAt <= minute(now - silentAfterMinutes)
  const isActive = callers.some((one) => one.isCalling && !isSilent(one))
  const moved = (before?.shares ?? []).flatMap((share) => {
    const after = shares.find(({ patientId }) => patientId === share.patientId)
    const holder = callers.find(({ person }) => person.employeeId === share.caller.employeeId)
    const isHers = after?.caller.employeeId === share.caller.employeeId
    return isHers || holder?.isCalling === false || !waiting.includes(share.patientId)
      ? []
      : [{ name: share.caller.name, holder, after }]
  })
  return [
    ...(new Set(shares.map(({ patientId }) => patientId)).size < shares.length ? ['two'] : []),
    ...(shares.every(({ patientId }) => waiting.includes(patientId)) ? [] : ['marked']),
    ...(isActive && waiting.length > 0 && shares.length === 0 ? ['idle'] : []),
    ...moved
      .filter(({ holder }) => holder === undefined || !isSilent(holder))
      .map(({ name }) => `taken from ${name}`),
    ...moved
      .filter(({ name, after }) => after?.mayHaveCalled?.name !== name)
      .map(({ name }) => `not said of ${name}`),
  ]
}
