import { expect, test } from 'vitest'
import { FormReference } from '#domain/forms/form-reference.ts'
import type { Instant } from '#domain/time/instant.ts'
import { aDraft, aResponse, anEntry } from '../../support/an-entry.ts'
import { aPhone, aProfile, aVouchingServer, codeOfAnne, enrol } from '../../support/test-vault.ts'

const server = await aVouchingServer()

async function anUnlockedPhone() {
  const phone = aPhone()
  const profile = aProfile()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile })
  return { phone, vault, anne: profile.author.employeeId }
}

test('what was typed before the app was killed is there afterwards', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  const draft = aDraft('Hun åpn')

  const saved = await vault.drafts.save(draft)
  const restarted = await phone.openVault()
  await restarted.access.unlock(anne, codeOfAnne)

  expect(saved).toEqual({ ok: true, value: { savedAt: phone.clock.now() } })
  expect(await restarted.drafts.find(draft.id)).toMatchObject({ ok: true, value: { draft } })
})

test('of saves that overtake each other the last one typed is kept', async () => {
  const { vault } = await anUnlockedPhone()
  const draft = aDraft()
  const long = 'x'.repeat(200_000)

  await Promise.all(
    [long, 'kort', `${long}y`, 'sist'].map((text) =>
      vault.drafts.save({ ...draft, response: aResponse(text) }),
    ),
  )

  const found = await vault.drafts.find(draft.id)
  expect(found).toMatchObject({ value: { draft: { response: aResponse('sist') } } })
})

test('what another tab has written since is not written over', async () => {
  const { vault } = await anUnlockedPhone()
  const draft = aDraft()
  const write = (text: string, basis: Instant | null) =>
    vault.drafts.save({ ...draft, response: aResponse(text) }, basis)
  const first = await write('Begge så dette', null)
  const seen = first.ok ? first.value.savedAt : null

  const inOneTab = await write('Skrevet i den ene', seen)
  const inTheOther = await write('Skrevet i den andre', seen)

  expect(inOneTab.ok).toBe(true)
  expect(inTheOther).toEqual({ ok: false, refusal: { kind: 'writtenElsewhere' } })
  const found = await vault.drafts.find(draft.id)
  expect(found).toMatchObject({ value: { draft: { response: aResponse('Skrevet i den ene') } } })
})

test('a late save does not bring back a draft that is signed', async () => {
  const { vault, anne } = await anUnlockedPhone()
  const draft = aDraft()
  await vault.drafts.save(draft)
  await vault.entries.add(anEntry(anne, draft))

  const saved = await vault.drafts.save(draft)

  expect(saved).toEqual({ ok: false, refusal: { kind: 'alreadySigned' } })
  expect(await vault.drafts.list()).toEqual({ ok: true, value: { drafts: [], damaged: 0 } })
})

test('a draft keeps the form version that it was begun with', async () => {
  const { vault } = await anUnlockedPhone()
  const draft = aDraft('Gammelt', { form: FormReference.parse('besoksnotat@3') })

  await vault.drafts.save(draft)

  expect(await vault.drafts.find(draft.id)).toMatchObject({
    value: { draft: { form: 'besoksnotat@3' } },
  })
})

test('a colleague on the same phone neither sees, writes over nor removes it', async () => {
  const { phone, vault, anne } = await anUnlockedPhone()
  const draft = aDraft()
  await vault.drafts.save(draft)
  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })

  expect(await vault.drafts.list()).toEqual({ ok: true, value: { drafts: [], damaged: 0 } })
  expect(await vault.drafts.find(draft.id)).toEqual({ ok: true, value: null })
  expect(await vault.drafts.save({ ...draft, response: aResponse('Berits') })).toEqual({
    ok: false,
    refusal: { kind: 'writtenElsewhere' },
  })
  await vault.drafts.remove(draft.id)

  const asAnne = await phone.openVault()
  await asAnne.access.unlock(anne, codeOfAnne)
  expect(await asAnne.drafts.find(draft.id)).toMatchObject({ value: { draft } })
})

test('a draft that was thrown away is gone', async () => {
  const { vault } = await anUnlockedPhone()
  const draft = aDraft()
  await vault.drafts.save(draft)

  await vault.drafts.remove(draft.id)

  expect(await vault.drafts.find(draft.id)).toEqual({ ok: true, value: null })
})

test('a draft that does not open is counted, not shown and not cleared', async () => {
  const { phone, vault } = await anUnlockedPhone()
  const [whole, damaged] = [aDraft('Hel'), aDraft('Skadet')]
  await vault.drafts.save(whole)
  await vault.drafts.save(damaged)
  const drafts = phone.outbox().drafts
  const row = await drafts.get(damaged.id)
  if (row === undefined) throw new Error('There is no draft to damage.')
  row.sealed.ct.fill(0, 0, 4)
  await drafts.put(row)

  expect(await vault.drafts.list()).toMatchObject({
    value: { drafts: [{ draft: whole }], damaged: 1 },
  })
  expect(await vault.drafts.find(damaged.id)).toEqual({ ok: false, refusal: { kind: 'damaged' } })
  expect(await drafts.count()).toBe(2)
})

test('how many drafts each employee has is known without a code, and nothing of what is in them', async () => {
  const { vault, anne } = await anUnlockedPhone()
  await vault.drafts.save(aDraft('Første'))
  await vault.drafts.save(aDraft('Andre'))
  await vault.access.lock()

  const { employees } = await vault.access.status()

  expect(employees).toMatchObject([{ employeeId: anne, drafts: 2 }])
  expect(JSON.stringify(employees)).not.toContain('Første')
})
