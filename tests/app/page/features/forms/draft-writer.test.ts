import { expect, test } from 'vitest'
import { draftWriter } from '#app/page/features/forms/draft-writer.ts'
import { EntryId } from '#domain/base/ids.ts'
import { aDraft, anEntry } from '../../../../support/an-entry.ts'
import { aPhone, aProfile, aVouchingServer, enrol } from '../../../../support/test-vault.ts'

const server = await aVouchingServer()
const nothing = { answers: {}, reason: '', savedAt: null }

/** One phone, and any number of tabs on one draft. */
async function aPhoneWithTabs() {
  const vault = await aPhone().openVault()
  const profile = aProfile()
  await enrol(vault, server, { profile })
  const draft = aDraft()
  const openTab = (begun: Parameters<typeof draftWriter>[1] = nothing) =>
    draftWriter(draft, begun, {
      save: (...args) => vault.drafts.save(...args),
      newId: () => EntryId.parse(crypto.randomUUID()),
    })
  async function texts() {
    const listed = await vault.drafts.list()
    const drafts = listed.ok ? listed.value.drafts : []
    return drafts
      .flatMap((stored) => stored.draft.response.item ?? [])
      .flatMap(({ answer }) => answer ?? [])
      .flatMap((answer) => ('valueString' in answer ? [answer.valueString] : []))
      .toSorted()
  }
  return { vault, employeeId: profile.author.employeeId, draft, openTab, texts }
}

test('two tabs that write in one draft lose none of what is typed in either', async () => {
  const { openTab, texts } = await aPhoneWithTabs()
  const [one, other] = [openTab(), openTab()]

  one.answer('done', [{ valueString: 'Morgenstell' }])
  await one.settled()
  other.answer('done', [{ valueString: 'Byttet flaske' }])
  await other.settled()
  other.answer('done', [{ valueString: 'Byttet flaske og slange' }])
  await other.settled()

  expect(await texts()).toEqual(['Byttet flaske og slange', 'Morgenstell'])
  expect([one.state().isApart, other.state().isApart]).toEqual([false, true])
})

test('what is typed after another tab has signed the draft is a draft of its own', async () => {
  const { vault, employeeId, draft, openTab, texts } = await aPhoneWithTabs()
  const tab = openTab()
  await vault.entries.add(anEntry(employeeId, draft))

  tab.answer('done', [{ valueString: 'Kom på mer' }])
  await tab.settled()

  expect(await texts()).toEqual(['Kom på mer'])
  expect(tab.state()).toMatchObject({ isApart: true, save: { kind: 'saved' } })
})

test('one tab goes on in the draft that it reads from the phone', async () => {
  const { openTab, texts } = await aPhoneWithTabs()
  const before = openTab()
  before.answer('done', [{ valueString: 'Halv' }])
  await before.settled()
  const { save } = before.state()

  const after = openTab({ ...nothing, savedAt: save.kind === 'saved' ? save.at : null })
  after.answer('done', [{ valueString: 'Halvferdig' }])
  await after.settled()

  expect(await texts()).toEqual(['Halvferdig'])
})

test('what is typed while the draft is being signed makes no draft of what is signed', async () => {
  const { vault, employeeId, draft, openTab, texts } = await aPhoneWithTabs()
  const tab = openTab()
  tab.hold()
  await vault.entries.add(anEntry(employeeId, draft))

  tab.answer('done', [{ valueString: 'En bokstav for sent' }])
  await tab.settled()

  expect(await texts()).toEqual([])
})
