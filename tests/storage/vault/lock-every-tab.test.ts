import { expect, test } from 'vitest'
import type { LockNews } from '#domain/vault/lock-news.ts'
import { aDraft, anEntry } from '../../support/an-entry.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../../support/test-vault.ts'

const server = await aVouchingServer()
const codeOfBerit = '271828'

/** Two tabs of one browser, each with a vault of its own, in both of which Anne has unlocked. */
async function twoTabs() {
  const phone = aPhone()
  const told: LockNews[] = []
  const news = { tell: (item: LockNews) => void told.push(item) }
  const first = await phone.openVault({ news })
  const profile = aProfile()
  const { employeeId: anne } = await enrol(first, server, { profile })
  const second = await phone.openVault({ news })
  await second.access.unlock(anne, codeOfAnne)
  const dropped: string[] = []
  first.watch.onLockedElsewhere(() => dropped.push('first'))
  second.watch.onLockedElsewhere(() => dropped.push('second'))
  return { phone, first, second, anne, dropped, told }
}

test('what one tab locks, another refuses at its next question, and drops her keys', async () => {
  const { first, second, anne, dropped } = await twoTabs()
  await second.drafts.save(aDraft())

  await first.access.lock()
  // The control: nothing has reached the other tab, and without the question it goes on with her keys.
  expect(await second.drafts.list()).toMatchObject({ ok: true })
  const found = await second.access.findUnlocked()

  expect(found).toBeNull()
  expect(dropped).toEqual(['second'])
  const locked = { ok: false, refusal: { kind: 'locked' } }
  expect(await second.drafts.list()).toEqual(locked)
  expect(await second.entries.add(anEntry(anne))).toEqual(locked)
  expect((await second.access.status()).unlocked).toBeNull()
})

test('the status of the device asks too', async () => {
  const { first, second, dropped } = await twoTabs()

  await first.access.lock()

  expect((await second.access.status()).unlocked).toBeNull()
  expect(dropped).toEqual(['second'])
})

test('the tenth wrong code in one tab takes her keys from every tab, and tells them', async () => {
  const { phone, first, second, anne, dropped, told } = await twoTabs()
  await phone.outbox().attempts.put({ id: anne, v: 1, failures: 9, nextTryAt: null })
  expect((await second.access.findUnlocked())?.employeeId).toBe(anne)

  await first.access.unlock(anne, '000001')

  expect(told).toEqual([{ kind: 'erased', employeeIds: [anne] }])
  expect(await second.access.findUnlocked()).toBeNull()
  expect(dropped).toEqual(['second'])
})

test('a colleague who is locked in one tab leaves the others open', async () => {
  const { first, second, anne, dropped } = await twoTabs()
  const profile = aProfile('Berit Haugen')
  await enrol(first, server, { profile, code: codeOfBerit })

  await first.access.lock()

  expect((await second.access.findUnlocked())?.employeeId).toBe(anne)
  expect(dropped).toEqual([])
})

test('a tab that was locked while it slept locks nobody who has unlocked since', async () => {
  const { first, second, anne } = await twoTabs()
  await second.access.lock()
  await second.access.unlock(anne, codeOfAnne)

  // It wakes, finds that it slept too long, and locks before it has asked anything.
  await first.access.lock()

  expect((await second.access.findUnlocked())?.employeeId).toBe(anne)
  expect(await first.access.findUnlocked()).toBeNull()
})

test('she who unlocks or enrols after a lock is open', async () => {
  const { phone, first, second, anne } = await twoTabs()
  await first.access.lock()

  await first.access.unlock(anne, codeOfAnne)
  await enrol(second, server, { profile: aProfile('Berit Haugen'), code: codeOfBerit })
  phone.passSeconds(60)

  expect((await first.access.findUnlocked())?.employeeId).toBe(anne)
  expect(await second.access.findUnlocked()).not.toBeNull()
})

test('a lock in one tab tells the screens of every tab to ask', async () => {
  const { phone, first } = await twoTabs()
  const version = async () => phone.outbox().settings.get('version')
  const before = await version()

  await first.access.lock()

  expect(await version()).not.toEqual(before)
})
