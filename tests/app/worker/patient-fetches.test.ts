import { expect, test } from 'vitest'
import { accepted, refused } from '#domain/base/result.ts'
import { maxPartsPerHour, type PatientPart } from '#domain/patient/patient-part.ts'
import { fetchPart } from '#app/worker/fetch-part.ts'
import type { FetchPart } from '#app/worker/patient-fetches.ts'
import { aPatientId } from '../../support/a-patient.ts'
import { anEnrolledCore, nord1 } from '../../support/an-enrolled-core.ts'
import { dumpDatabases, wordsFound } from '../../support/dump-databases.ts'
import { aProfile, codeOfAnne } from '../../support/test-vault.ts'

const hers = aPatientId(1)
const code = '4071-hemmelig'
const order = (part: PatientPart) => ({
  patientId: hers,
  zone: nord1.id,
  part,
  reason: 'Leder enheten på telefon',
})

const sent: FetchPart = ({ part }) =>
  Promise.resolve(
    accepted(
      part === 'code'
        ? { part, codes: [{ code, opens: { kind: 'other', label: null } }] }
        : part === 'details'
          ? { part, details: null }
          : { part, address: null, phone: null },
    ),
  )

async function aCore() {
  const bench = await anEnrolledCore()
  bench.state.fetchPart = sent
  return bench
}

test('a fetched part is in memory for sixty minutes, and no longer', async () => {
  const { core, phone } = await aCore()
  await core.fetches.fetch(order('code'))

  phone.passSeconds(60 * 60 - 1)
  const just = await core.fetches.listFetched(hers)
  phone.passSeconds(1)

  expect(just).toMatchObject([{ read: { part: 'code', codes: [{ code }] } }])
  expect(await core.fetches.listFetched(hers)).toEqual([])
})

test('a clock that is set back does not make it last longer', async () => {
  const { core, phone } = await aCore()
  await core.fetches.fetch(order('code'))
  phone.passSeconds(-120)

  expect(await core.fetches.listFetched(hers)).toEqual([])
})

test('the memory is emptied although nobody reads it', async () => {
  const { core, phone, passTimers } = await aCore()
  await core.fetches.fetch(order('code'))
  phone.passSeconds(60 * 60)
  passTimers()
  // As if the clock had been right all along: only what is gone from the memory stays away.
  phone.passSeconds(-1800)

  expect(await core.fetches.listFetched(hers)).toEqual([])
})

test('a lock drops it, also for the same employee when she unlocks', async () => {
  const { core, profile } = await aCore()
  await core.fetches.fetch(order('code'))

  await core.vault.lock()
  const whileLocked = await core.fetches.listFetched(hers)
  await core.vault.unlock(profile.author.employeeId, codeOfAnne)

  expect([whileLocked, await core.fetches.listFetched(hers)]).toEqual([[], []])
})

test('an answer that comes after a lock is dropped', async () => {
  const { core, state, profile } = await aCore()
  const answers: (() => void)[] = []
  state.fetchPart = (asked) =>
    new Promise((resolve) => {
      answers.push(() => resolve(sent(asked)))
    })
  const fetching = core.fetches.fetch(order('code'))
  await expect.poll(() => answers.length).toBe(1)
  await core.vault.lock()
  await core.vault.unlock(profile.author.employeeId, codeOfAnne)
  answers[0]?.()

  expect(await fetching).toEqual(refused({ kind: 'locked' }))
  expect(await core.fetches.listFetched(hers)).toEqual([])
})

test('it is asked for as the employee who has unlocked, and only she sees it', async () => {
  const { core, state, profile, vault, server } = await aCore()
  const asked: string[] = []
  state.fetchPart = (one) => {
    asked.push(one.employee)
    return sent(one)
  }
  await core.fetches.fetch(order('code'))
  const colleague = aProfile('Berit Haugen')
  const { employeeId } = colleague.author
  const label = 'Nord 2 – 04'
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.keys.challenge(),
    expectedRoot: null,
    profile: colleague,
    code: codeOfAnne,
    label,
  })
  if (!prepared.ok) throw new Error(prepared.refusal.kind)
  await vault.access.completeEnrolment(await server.keys.answer(prepared.value, employeeId))

  expect(asked).toEqual([profile.author.employeeId])
  expect((await vault.access.findUnlocked())?.employeeId).toBe(employeeId)
  expect(await core.fetches.listFetched(hers)).toEqual([])
})

test('a part that is fetched again takes the place of the first, and another stands beside it', async () => {
  const { core } = await aCore()
  for (const part of ['code', 'details', 'code'] as const) await core.fetches.fetch(order(part))

  const parts = (await core.fetches.listFetched(hers)).map(({ read }) => read.part)
  expect(parts.toSorted((a, b) => a.localeCompare(b))).toEqual(['code', 'details'])
  expect(await core.fetches.listFetched(aPatientId(2))).toEqual([])
})

test('nothing of it is written on the device', async () => {
  const { core, phone } = await aCore()
  await core.syncNow()
  const before = await dumpDatabases(phone.indexedDB)

  await core.fetches.fetch(order('code'))
  const after = await dumpDatabases(phone.indexedDB)

  expect(after).toEqual(before)
  // The same search finds what does lie there in the clear.
  expect(wordsFound(after, [code, 'nord-1/critical'])).toEqual(['nord-1/critical'])
})

test('a worker that sends no messages asks for nothing', async () => {
  const { core, state } = await aCore()
  let asked = 0
  state.fetchPart = (one) => {
    asked++
    return sent(one)
  }
  await core.cutNetwork()

  expect(await core.fetches.fetch(order('code'))).toEqual(refused({ kind: 'unreachable' }))
  expect(asked).toBe(0)
})

test.each([
  [{ kind: 'unreachable' } as const, { kind: 'unreachable' }],
  [{ kind: 'signInNeeded', text: 'Du må logge inn.' } as const, { kind: 'signInNeeded' }],
  [{ kind: 'hourlyLimit', text: 'Vent.' } as const, { kind: 'refused', text: 'Vent.' }],
])('the refusal %o is told as %o', async (refusal, told) => {
  const { author } = aProfile()
  const readPatientDetails = () => Promise.resolve(refused(refusal))

  const answer = await fetchPart(
    { readPatientDetails },
    { ...order('code'), employee: author.employeeId },
    'real',
  )

  expect(answer).toEqual(refused(told))
})

test('the hour’s limit lets an on-call employee lead a unit all the way', () => {
  expect(maxPartsPerHour).toBeGreaterThanOrEqual(30)
})
