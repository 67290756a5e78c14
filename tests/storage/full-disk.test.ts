import { afterEach, expect, test } from 'vitest'
import { FormReference } from '#domain/forms/form-reference.ts'
import { StorageFailedError } from '#storage/databases/supervisor.ts'
import { aDraft, anEntry } from '../support/an-entry.ts'
import { failWrites } from '../support/failing-indexed-db.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../support/test-vault.ts'

const server = await aVouchingServer()

let heal = () => {}
afterEach(() => {
  heal()
})

async function aPhoneWithDraft() {
  const phone = aPhone()
  const profile = aProfile()
  const { employeeId } = profile.author
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  await vault.access.unlock(employeeId, codeOfAnne)
  const draft = aDraft()
  await vault.drafts.save(draft)
  return { phone, vault, employeeId, draft }
}

test.each([1, 2, 3, 4])(
  'signing is all or nothing when its write number %i fails for good',
  async (atWrite) => {
    const { phone, vault, employeeId, draft } = await aPhoneWithDraft()
    const entry = anEntry(employeeId, draft)
    const failing = failWrites({ atWrite, times: 100, name: 'UnknownError' })
    heal = failing.heal

    const added = await vault.entries.add(entry).catch((error: unknown) => error)
    failing.heal()

    const counts = await vault.outbox.countByState()
    const drafts = await vault.drafts.list()
    const draftsLeft = drafts.ok ? drafts.value.drafts.length : null
    expect(counts.sealed + (draftsLeft ?? 0)).toBe(1)
    expect(added instanceof StorageFailedError).toBe(counts.sealed === 0)
    const [device] = await phone.outbox().devices.toArray()
    expect(device?.n).toBe(counts.sealed)
  },
)

test.each([1, 2, 3])('a connection lost at write %i of signing costs nothing', async (atWrite) => {
  const { vault, employeeId, draft } = await aPhoneWithDraft()
  ;({ heal } = failWrites({ atWrite, times: 1, name: 'UnknownError' }))

  const added = await vault.entries.add(anEntry(employeeId, draft))

  expect(added).toMatchObject({ ok: true, value: { n: 1 } })
  expect(await vault.outbox.countByState()).toMatchObject({ sealed: 1 })
})

test('on a full disk the reserve is deleted to make room for what was typed', async () => {
  const { phone, vault, draft } = await aPhoneWithDraft()
  const reserved = await phone.cache().settings.get('reserve')
  ;({ heal } = failWrites({ atWrite: 1, times: 1, name: 'QuotaExceededError' }))

  const saved = await vault.drafts.save({ ...draft, form: FormReference.parse('besoksnotat@2') })

  expect(saved.ok).toBe(true)
  expect(reserved).toBeDefined()
  expect(await phone.cache().settings.get('reserve')).toBeUndefined()
  expect(await vault.drafts.find(draft.id)).toMatchObject({
    value: { draft: { form: 'besoksnotat@2' } },
  })
})

test('a disk that stays full is reported, and what was stored before is there', async () => {
  const { vault, draft } = await aPhoneWithDraft()
  const failing = failWrites({ atWrite: 1, times: 100, name: 'QuotaExceededError' })
  heal = failing.heal

  await expect(
    vault.drafts.save({ ...draft, form: FormReference.parse('besoksnotat@2') }),
  ).rejects.toThrow(StorageFailedError)

  expect((await vault.access.status()).storage).toBe('failing')
  failing.heal()
  expect((await vault.access.status()).storage).toBe('working')
  expect(await vault.drafts.find(draft.id)).toMatchObject({ value: { draft } })
})
