import { expect, test } from 'vitest'
import type { ReserveBinderCopy } from '#contract/reserve-binder-copy.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { findCopyVersions } from '#server/binder/binder-copies.ts'
import { systemScope, withTenant } from '#server/database/with-tenant.ts'
import { noon } from '../support/a-patient.ts'
import {
  anAccount,
  signIn,
  testMunicipality,
  testServer,
  testZones,
} from '../support/test-server.ts'

const bench = await testServer()
const north = testZones.slice(0, 2)
await anAccount(bench, { username: 'leder', role: 'sectionLeader', zones: north })
await anAccount(bench, { username: 'pleier', role: 'nurse', zones: north })
const leader = await signIn(bench, 'leder')

async function reserve(fields: Partial<ReserveBinderCopy> = {}, headers = leader) {
  const payload: ReserveBinderCopy = {
    zone: ZoneId.parse('nord-1'),
    world: 'real',
    reason: 'ukentlig utskrift',
    asOf: noon,
    hash: '7f'.repeat(32),
    pages: 61,
    patients: 52,
    replaces: null,
    versions: { 'patient/1': '0'.repeat(32) },
    ...fields,
  }
  return await bench.server.inject({ method: 'POST', url: '/api/binder-copies', headers, payload })
}

test('copies of a zone are numbered from 1 without gaps, also when many print at once', async () => {
  const zone = ZoneId.parse('nord-2')
  const answers = await Promise.all(Array.from({ length: 8 }, () => reserve({ zone })))

  const copies = answers.map((answer) => answer.json<{ copy: number }>().copy)
  expect(copies.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('each zone and each world has numbers of its own', async () => {
  const first = await reserve()
  const exercise = await reserve({ world: 'exercise' })
  const second = await reserve()

  expect(first.json()).toEqual({ copy: 1, printedBy: 'Kari Nordmann', printedAt: bench.now() })
  expect(exercise.json()).toMatchObject({ copy: 1 })
  expect(second.json()).toMatchObject({ copy: 2 })
})

test('a refused print takes no number', async () => {
  const before = (await reserve()).json<{ copy: number }>().copy
  await reserve({ replaces: 999 })
  await reserve({ reason: '' })
  const after = (await reserve()).json<{ copy: number }>().copy

  expect(after).toBe(before + 1)
})

test('replacement pages name a copy that was printed', async () => {
  const answer = await reserve({ replaces: 999 })

  expect(answer.statusCode).toBe(404)
})

test('what was in a copy is kept with it', async () => {
  const versions = { 'patient/å': '1'.repeat(32), 'card/tk-01': '2'.repeat(32) }
  const { copy } = (await reserve({ versions })).json<{ copy: number }>()
  const scope = await systemScope(bench.services.db, testMunicipality)

  const kept = await withTenant(bench.services.db, scope, (transaction) =>
    findCopyVersions(transaction, { zone: ZoneId.parse('nord-1'), world: 'real' }, copy),
  )

  expect(kept).toEqual(versions)
})

test('another zone, another role and nobody are refused', async () => {
  const elsewhere = await reserve({ zone: ZoneId.parse('sor-1') })
  const nurse = await reserve({}, await signIn(bench, 'pleier'))
  const nobody = await reserve({}, { cookie: '', 'sec-fetch-site': 'same-origin' })

  expect([elsewhere, nurse, nobody].map(({ statusCode }) => statusCode)).toEqual([403, 403, 401])
})

test('nobody changes or removes a print-out from the log', async () => {
  const scope = await systemScope(bench.services.db, testMunicipality)
  const change = () =>
    withTenant(bench.services.db, scope, (transaction) =>
      transaction.updateTable('binderCopy').set({ printedBy: 'En annen' }).execute(),
    )
  const removal = () =>
    withTenant(bench.services.db, scope, (transaction) =>
      transaction.deleteFrom('binderCopy').execute(),
    )

  await expect(change()).rejects.toMatchObject({ code: '42501' })
  await expect(removal()).rejects.toMatchObject({ code: '42501' })
})

test('the server log tells that a binder was printed, and nothing of what is in it', async () => {
  await reserve({ reason: 'Hemmelig grunn' })

  const line = bench.logLines.findLast((text) => text.includes('binder copy reserved')) ?? ''
  expect(line).toContain('nord-1')
  expect(bench.logLines.join('\n')).not.toContain('Hemmelig grunn')
})
