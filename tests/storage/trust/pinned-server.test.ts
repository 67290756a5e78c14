import { describe, expect, test } from 'vitest'
import type { KeyId } from '#domain/base/ids.ts'
import type { SignedKeySet } from '#domain/trust/key-set.ts'
import { findServer } from '#storage/databases/outbox-database.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import { anEntry } from '../../support/an-entry.ts'
import {
  aPhone,
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
  type TestPhone,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()
const stranger = await aVouchingServer()

async function putServer(phone: TestPhone, root: KeyId, keySet: SignedKeySet): Promise<void> {
  const row = await findServer(phone.outbox())
  if (row === null) throw new Error('Nobody is enrolled.')
  await phone.outbox().settings.put({ ...row, root, keySet })
}

/** Believes the device's own row, which anybody may write. */
const clearRow: Partial<TrustParts> = {
  async serverOf(_, database) {
    const row = await findServer(database)
    if (row === null) throw new Error('Nobody is enrolled.')
    return { municipality: row.municipality, keySet: row.keySet.keySet }
  },
}

async function aLockedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  await vault.access.lock()
  const { employeeId } = anne.author
  return {
    phone,
    employeeId,
    async unlock(parts: Partial<TrustParts> = {}) {
      const restarted = await phone.openVault({ parts })
      const unlocked = await restarted.access.unlock(employeeId, codeOfAnne)
      if (!unlocked.ok) throw new Error(unlocked.refusal.kind)
      return restarted
    },
  }
}

async function keyOfNewEntry(phone: TestPhone): Promise<string | undefined> {
  const rows = await phone.outbox().entries.toArray()
  return rows.at(-1)?.entry.header.serverKeyId
}

describe('the device’s row of the server, swapped for a stranger’s', () => {
  test('changes nothing of what her entries are sealed to, and of whom she believes', async () => {
    const { phone, employeeId, unlock } = await aLockedPhone()
    await putServer(phone, stranger.root.named.keyId, stranger.keySet)
    const vault = await unlock()

    await vault.entries.add(anEntry(employeeId))

    expect(await keyOfNewEntry(phone)).toBe(server.sealingKey.named.keyId)
    expect((await vault.trust.find())?.keySet).toEqual(server.keySet.keySet)
    expect(await vault.trust.adopt(stranger.keySet)).toBe('refused')
  })

  test('is what entries are sealed to by who reads the row', async () => {
    const { phone, employeeId, unlock } = await aLockedPhone()
    await putServer(phone, stranger.root.named.keyId, stranger.keySet)
    const vault = await unlock(clearRow)

    await vault.entries.add(anEntry(employeeId))

    expect(await keyOfNewEntry(phone)).toBe(stranger.sealingKey.named.keyId)
  })

  test('under her own root it is not signed, and is repaired when she unlocks', async () => {
    const { phone, unlock } = await aLockedPhone()
    const { keySet, rootKey, signature } = stranger.keySet
    const forged = { keySet: { ...keySet, version: 9 }, rootKey, signature }
    await putServer(phone, server.root.named.keyId, forged)

    const vault = await unlock()

    expect((await vault.trust.find())?.keySet).toEqual(server.keySet.keySet)
    expect((await findServer(phone.outbox()))?.keySet).toEqual(server.keySet)
  })
})

const rotated = () => server.rotated(2)

describe('a new key set of the same root', () => {
  test('is adopted while locked, and is hers when she unlocks', async () => {
    const { phone, employeeId, unlock } = await aLockedPhone()
    const { sealing, keySet } = await rotated()
    const locked = await phone.openVault()

    const adopted = await locked.trust.adopt(keySet)
    const vault = await unlock()
    await vault.entries.add(anEntry(employeeId))

    expect(adopted).toBe('adopted')
    expect(await keyOfNewEntry(phone)).toBe(sealing.named.keyId)
  })

  test('is adopted while unlocked, once, and never a lower one', async () => {
    const { phone, unlock } = await aLockedPhone()
    const vault = await unlock()
    const { keySet } = await rotated()

    const answers = [
      await vault.trust.adopt(keySet),
      await vault.trust.adopt(keySet),
      await vault.trust.adopt(server.keySet),
    ]

    expect(answers).toEqual(['adopted', 'unchanged', 'unchanged'])
    expect((await findServer(phone.outbox()))?.keySet.keySet.version).toBe(2)
    expect((await (await unlock()).trust.find())?.keySet.version).toBe(2)
  })

  test('a signature of another root over it is refused, locked and unlocked', async () => {
    const { phone, unlock } = await aLockedPhone()
    const { keySet } = await rotated()
    const forged = { ...keySet, signature: stranger.keySet.signature }
    const locked = await phone.openVault()

    const answers = [
      await locked.trust.adopt(forged),
      await locked.trust.adopt(stranger.keySet),
      await (await unlock()).trust.adopt(forged),
    ]

    expect(answers).toEqual(['refused', 'refused', 'refused'])
  })

  test('what was sealed to a key that is gone is sealed again once, and is listed once', async () => {
    const { phone, employeeId, unlock } = await aLockedPhone()
    const vault = await unlock()
    const first = anEntry(employeeId)
    await vault.entries.add(first)
    const { sealing, keySet } = await rotated()
    await vault.trust.adopt(keySet)

    const counts = [await vault.reseal(), await vault.reseal()]
    const again = await unlock()
    counts.push(await again.reseal())

    const rows = await phone.outbox().entries.toArray()
    const headers = rows.map(({ entry }) => entry.header).toSorted((a, b) => a.n - b.n)
    expect(counts).toEqual([1, 0, 0])
    expect(headers).toMatchObject([
      { n: 1, entryId: first.entryId, reseals: null },
      { n: 2, reseals: first.entryId, serverKeyId: sealing.named.keyId },
    ])
    expect(await again.entries.listOwn()).toMatchObject({
      value: [{ entryId: first.entryId, content: { kind: 'open', value: first.content } }],
    })
    expect(await again.entries.listStates()).toHaveLength(1)
  })
})

const wish = (profile = aProfile()) => ({
  profile,
  code: codeOfAnne,
  label: 'Jobbtelefon Nord 2 – 04',
})

describe('enrolment', () => {
  test('with another server than the one she was told to expect is refused', async () => {
    const vault = await aPhone().openVault()
    const expectedRoot = server.root.named.keyId

    const prepared = await vault.access.prepareEnrolment({
      ...wish(),
      challenge: stranger.challenge(),
      expectedRoot,
    })

    expect(prepared).toEqual({ ok: false, refusal: { kind: 'unknownServer' } })
  })

  test('with keys that their root has not signed is refused', async () => {
    const vault = await aPhone().openVault()
    const challenge = server.challenge()
    const { keySet } = challenge.keySet
    const forged = { ...challenge.keySet, keySet: { ...keySet, version: 7 } }

    const prepared = await vault.access.prepareEnrolment({
      ...wish(),
      challenge: { ...challenge, keySet: forged },
      expectedRoot: null,
    })

    expect(prepared).toEqual({ ok: false, refusal: { kind: 'unknownServer' } })
  })

  test('says whether she brought the thumbprint herself', async () => {
    const phone = aPhone()
    const vault = await phone.openVault()
    const profile = aProfile()
    const prepared = await vault.access.prepareEnrolment({
      ...wish(profile),
      challenge: server.challenge(),
      expectedRoot: server.root.named.keyId,
    })
    if (!prepared.ok) throw new Error(prepared.refusal.kind)
    const answer = await server.answer(prepared.value, profile.author.employeeId)
    await vault.access.completeEnrolment(answer)
    const { vault: other } = await anUnlockedPhone(server)

    expect(vault.trust.isConfirmed()).toBe(true)
    expect(other.trust.isConfirmed()).toBe(false)
  })

  test('with credentials that its server has not signed is refused, and enrols nobody', async () => {
    const phone = aPhone()
    const vault = await phone.openVault()
    const profile = aProfile()
    const prepared = await vault.access.prepareEnrolment({
      ...wish(profile),
      challenge: server.challenge(),
      expectedRoot: null,
    })
    if (!prepared.ok) throw new Error(prepared.refusal.kind)
    const answer = await stranger.answer(prepared.value, profile.author.employeeId)

    const completed = await vault.access.completeEnrolment(answer)

    expect(completed).toEqual({ ok: false, refusal: { kind: 'unknownServer' } })
    expect(await phone.outbox().employees.count()).toBe(0)
  })

  test('with another server than her colleague’s is refused, until one of them enrols anew', async () => {
    const { vault, anne } = await anUnlockedPhone(server)
    const challenge = stranger.challenge()
    const berit = aProfile('Berit Haugen')

    const refused = await vault.access.prepareEnrolment({
      ...wish(berit),
      challenge,
      expectedRoot: null,
    })
    const replaced = await vault.access.prepareEnrolment({
      ...wish(anne),
      challenge,
      expectedRoot: null,
      replace: 'forgottenCode',
    })
    if (!replaced.ok) throw new Error(replaced.refusal.kind)
    const answer = await stranger.answer(replaced.value, anne.author.employeeId)
    await vault.access.completeEnrolment(answer)
    await enrol(vault, stranger, { profile: berit })

    expect(refused).toEqual({ ok: false, refusal: { kind: 'otherServer' } })
    expect((await vault.trust.find())?.keySet).toEqual(stranger.keySet.keySet)
  })

  test('a renewal by another root is refused, and one by hers stores her new credentials', async () => {
    const { phone, vault, anne } = await anUnlockedPhone(server)
    phone.passSeconds(15 * 24 * 3600)
    const { needsRenewal: before } = await vault.access.status()

    const refused = await vault.access.renewEnrolment(stranger.challenge())
    const renewing = await vault.access.renewEnrolment(server.challenge())
    if (!renewing.ok) throw new Error(renewing.refusal.kind)
    const { employeeId } = anne.author
    const answer = await server.answer(renewing.value, employeeId, phone.clock.now())
    const completed = await vault.access.completeEnrolment(answer)

    expect(before).toBe(true)
    expect(refused).toEqual({ ok: false, refusal: { kind: 'otherServer' } })
    expect(completed.ok).toBe(true)
    expect((await vault.access.status()).needsRenewal).toBe(false)
    const row = await phone.outbox().employees.get(employeeId)
    expect(row?.recipient.credential).toEqual(answer.recipient)
  })
})
