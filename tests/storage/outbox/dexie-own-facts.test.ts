import { expect, test, vi } from 'vitest'
import { aFactEntry } from '../../support/a-fact-entry.ts'
import { anEntry } from '../../support/an-entry.ts'
import {
  anUnlockedPhone,
  aProfile,
  aVouchingServer,
  codeOfAnne,
  enrol,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

test('facts are listed with their incident, and what else was written is not', async () => {
  const { vault, anne } = await anUnlockedPhone(server)
  const fact = aFactEntry(anne.author.employeeId)
  await vault.entries.add(anEntry(anne.author.employeeId))

  await vault.entries.add(fact)

  expect(await vault.ownFacts.list()).toMatchObject({
    ok: true,
    value: [
      {
        entryId: fact.entryId,
        incident: fact.incident,
        content: { kind: 'open', value: fact.content },
      },
    ],
  })
})

test('each fact is opened once, however often they are listed and whatever is added', async () => {
  const { vault, anne } = await anUnlockedPhone(server)
  const { employeeId } = anne.author
  await vault.entries.add(aFactEntry(employeeId))
  const opening = vi.spyOn(crypto.subtle, 'decrypt')

  const first = await vault.ownFacts.list()
  const again = await vault.ownFacts.list()
  await vault.entries.add(aFactEntry(employeeId))
  const grown = await vault.ownFacts.list()

  if (!first.ok || !again.ok || !grown.ok) throw new Error('She has unlocked.')
  expect(again.value).toBe(first.value)
  expect(grown.value).toHaveLength(2)
  expect(grown.value[1]?.content).toBe(first.value[0]?.content)
  expect(opening).toHaveBeenCalledTimes(2)
  opening.mockRestore()
})

test('a fact from another tab is listed too', async () => {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const otherTab = await phone.openVault()
  await otherTab.access.unlock(anne.author.employeeId, codeOfAnne)
  await vault.ownFacts.list()

  await otherTab.entries.add(aFactEntry(anne.author.employeeId))

  expect(await vault.ownFacts.list()).toMatchObject({ ok: true, value: [{ n: 1 }] })
})

test('a locked phone lists nothing, and a colleague nothing of hers', async () => {
  const { vault, anne } = await anUnlockedPhone(server)
  await vault.entries.add(aFactEntry(anne.author.employeeId))
  await vault.ownFacts.list()
  await vault.access.lock()
  const locked = await vault.ownFacts.list()

  await enrol(vault, server, { profile: aProfile('Berit Haugen'), code: '271828' })

  expect(locked).toEqual({ ok: false, refusal: { kind: 'locked' } })
  expect(await vault.ownFacts.list()).toEqual({ ok: true, value: [] })
})
