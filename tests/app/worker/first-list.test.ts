import { expect, test, vi } from 'vitest'
import type { Core } from '#app/bridge/core.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { anEnrolledCore } from '../../support/an-enrolled-core.ts'
import { codeOfAnne } from '../../support/test-vault.ts'

const critical = StreamId.parse('demo/real/nord-1/critical')

test('while the code is typed the sealed lists are fetched, and open without the disk', async () => {
  const { phone, core, restart } = await anEnrolledCore()
  await core.syncNow()
  const before = await core.queries.searchPatients('a', null)
  const { core: next, vault, unlock, passTimers } = await restart()
  const fetching = vi.spyOn(vault.streams, 'prefetch')

  passTimers()
  await vi.waitFor(() => expect(fetching).toHaveResolved())
  await phone.cache().chunks.clear()
  await unlock()

  expect(before).toMatchObject({ kind: 'open', damaged: 0 })
  expect(await next.queries.searchPatients('a', null)).toEqual(before)
})

test('whoever has unlocked already has nothing fetched ahead', async () => {
  const { phone, core, restart } = await anEnrolledCore()
  await core.syncNow()
  const { core: next, vault, unlock, passTimers } = await restart()
  await unlock()
  const fetching = vi.spyOn(vault.streams, 'prefetch')
  passTimers()
  await vi.waitFor(() => expect(fetching).toHaveResolved())
  await phone.cache().chunks.clear()

  expect(await next.queries.searchPatients('a', null)).toMatchObject({ kind: 'open', value: [] })
})

test('what was fetched ahead is let go when the lists are open', async () => {
  const { core, profile, restart } = await anEnrolledCore()
  await core.syncNow()
  const { core: next, vault, passTimers } = await restart()
  const forgetting = vi.spyOn(vault.streams, 'discardPrefetched')
  passTimers()

  await next.vault.unlock(profile.author.employeeId, codeOfAnne)

  await vi.waitFor(() => expect(forgetting).toHaveReturned())
})

test('lists that this build found sound are the same without being parsed', async () => {
  const { core, vault, passTimers, restart } = await anEnrolledCore({
    classes: ['critical', 'details', 'worklists'],
  })
  await core.syncNow()
  const marking = vi.spyOn(vault.streams, 'markSound')
  const parsed = await everyList(core)
  passTimers()
  await vi.waitFor(() => expect(marking).toHaveResolvedTimes(11))

  const same = await restart()
  await same.unlock()
  const unparsed = await everyList(same.core)

  expect(parsed.rows).toMatchObject({ kind: 'open', damaged: 0 })
  expect(parsed.held.details.done).toBeGreaterThan(0)
  expect(unparsed).toEqual(parsed)
  expect(await same.vault.streams.read(critical)).toMatchObject({
    soundFor: { 'patient@1': 'this one' },
  })
})

test('after an update every list is parsed once more', async () => {
  const { core, vault, passTimers, restart } = await anEnrolledCore()
  await core.syncNow()
  const marking = vi.spyOn(vault.streams, 'markSound')
  await core.queries.searchPatients('a', null)
  passTimers()
  await vi.waitFor(() => expect(marking).toHaveResolved())

  const updated = await restart('the next one')
  await updated.unlock()
  const markingAnew = vi.spyOn(updated.vault.streams, 'markSound')
  await updated.core.queries.searchPatients('a', null)
  updated.passTimers()

  await vi.waitFor(() => expect(markingAnew).toHaveResolved())
  expect(await updated.vault.streams.read(critical)).toMatchObject({
    soundFor: { 'patient@1': 'the next one' },
  })
})

test('a list says how many rows it has, though only the first ones are requested', async () => {
  const { core } = await anEnrolledCore()
  await core.syncNow()
  const all = { kind: 'all', zone: null } as const

  const whole = await core.queries.patientRows(all, Infinity)
  const top = await core.queries.patientRows(all, 3)

  if (whole.kind !== 'open' || top.kind !== 'open') throw new Error('The list did not open.')
  const { rows, total, protectedAddresses } = whole.value
  expect(total).toBe(rows.length)
  expect(protectedAddresses).toBe(
    rows.filter(({ patient }) => patient.addressProtection !== 'none').length,
  )
  expect(protectedAddresses).toBeGreaterThan(0)
  expect(top.value).toEqual({ ...whole.value, rows: rows.slice(0, 3) })
})

async function everyList({ queries, reader }: Core) {
  const [rows, workLists, held, cards, forms] = await Promise.all([
    queries.patientRows({ kind: 'all', zone: null }, Infinity),
    queries.workList('nord-2-monday-evening'),
    queries.countHeld([]),
    reader.listCards(),
    reader.listForms(),
  ])
  return { rows, workLists, held, cards, forms }
}
