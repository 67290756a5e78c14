import { expect, test } from 'vitest'
import { unverifiedOpenings } from '#app/worker/unverified-openings.ts'
import { StreamId } from '#domain/streams/stream.ts'
import { critical } from '../../support/build-replica.ts'
import {
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
  noon,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const systems = StreamId.parse('demo/real/*/systems')

async function openingsOfAnne() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const services = {
    clock: phone.clock,
    world: 'real',
    randomUuid: () => crypto.randomUUID(),
  } as const
  return { vault, anne, openings: unverifiedOpenings(vault, services) }
}

test('a list that cannot be verified opens once that is in the log, one entry for each stream', async () => {
  const { vault, openings } = await openingsOfAnne()
  const before = await openings.isOpened(critical)

  const opened = await openings.openUnverified([critical, systems])

  expect(before).toBe(false)
  expect(opened).toEqual({ ok: true, value: null })
  expect(await openings.isOpened(critical)).toBe(true)
  const own = await vault.entries.listOwn()
  const logged = own.ok ? own.value.map(({ zone, form, content }) => ({ zone, form, content })) : []
  expect(logged.toReversed()).toMatchObject([
    {
      zone: 'nord-1',
      form: 'unverified-opened@1',
      content: { value: { kind: 'unverifiedOpened', stream: critical } },
    },
    { zone: null, content: { value: { kind: 'unverifiedOpened', stream: systems } } },
  ])
})

test('it stays closed for a locked phone, and for a colleague in the same worker', async () => {
  const { vault, anne, openings } = await openingsOfAnne()
  await openings.openUnverified([critical])
  await vault.access.lock()

  const locked = await openings.openUnverified([critical])
  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })
  const forBerit = await openings.isOpened(critical)
  await vault.access.unlock(anne.author.employeeId, codeOfAnne)

  expect(locked).toEqual({ ok: false, refusal: { kind: 'locked' } })
  expect(forBerit).toBe(false)
  expect(await openings.isOpened(critical)).toBe(true)
})

test('what could not be logged stays closed', async () => {
  const { vault } = await openingsOfAnne()
  const failing = Object.assign(new Error('The disk is full.'), { name: 'StorageFailedError' })
  const openings = unverifiedOpenings(
    { ...vault, entries: { ...vault.entries, add: () => Promise.reject(failing) } },
    {
      clock: { now: () => noon, offsetMinutes: () => 60 },
      world: 'real',
      randomUuid: () => crypto.randomUUID(),
    },
  )

  const opened = await openings.openUnverified([critical])

  expect(opened).toEqual({ ok: false, refusal: { kind: 'storageFailed' } })
  expect(await openings.isOpened(critical)).toBe(false)
})
