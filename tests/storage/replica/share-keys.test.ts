import { describe, expect, test } from 'vitest'
import type { Vault } from '#storage/vault/open-vault.ts'
import { aDocument, build, critical, holdersOn, storeOf } from '../../support/build-replica.ts'
import {
  aProfile,
  aVouchingServer,
  anUnlockedPhone,
  codeOfAnne,
  enrol,
} from '../../support/test-vault.ts'

const server = await aVouchingServer()

async function documentsOf(vault: Vault) {
  const reading = await vault.streams.read(critical)
  return reading.kind === 'open' ? reading.documents : null
}

async function aSharedPhone() {
  const { phone, vault, anne } = await anUnlockedPhone(server)
  const berit = aProfile('Berit Haugen')
  await enrol(vault, server, { profile: berit, code: '271828' })
  const unlock = async (profile: typeof anne, code: string) => {
    await vault.access.lock()
    const unlocked = await vault.access.unlock(profile.author.employeeId, code)
    if (!unlocked.ok) throw new Error(`Not unlocked: ${unlocked.refusal.kind}`)
  }
  return {
    phone,
    vault,
    holders: await holdersOn(phone),
    storeNow: () => storeOf({ phone, vault }, server),
    asAnne: () => unlock(anne, codeOfAnne),
    asBerit: () => unlock(berit, '271828'),
  }
}

describe('two employees on one phone', () => {
  test('a stream that one has fetched is stored once, for all that the server lists', async () => {
    const { phone, vault, holders, storeNow, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    await build(await storeNow(), [await aDocument('a', 1)], { holders })

    await asBerit()

    expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', trust: 'verified' })
    expect(await vault.replicas.findReplica(critical)).not.toBeNull()
    expect(await phone.cache().chunks.count()).toBe(4)
  })

  test('who is listed later gets a copy from whoever is online', async () => {
    const { vault, holders, storeNow, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    await build(await storeNow(), [await aDocument('a', 1)])
    await asBerit()
    expect(await vault.streams.read(critical)).toEqual({ kind: 'none' })
    await asAnne()

    const lost = await vault.replicas.shareKeys({
      mine: [{ stream: critical, holders }],
      colleagues: [],
    })

    await asBerit()
    expect(lost).toEqual([])
    expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', trust: 'verified' })
  })

  test('whoever loses the zone has no key to it, and her colleague still reads it', async () => {
    const { phone, vault, holders, storeNow, asAnne, asBerit } = await aSharedPhone()
    await asBerit()
    const { me: berit } = await storeNow()
    await build(await storeNow(), [await aDocument('a', 1)], { holders })
    const before = await phone.cache().chunks.toArray()
    const annes = holders.filter(({ employee }) => employee !== berit.employee)

    const lost = await vault.replicas.shareKeys({
      mine: [],
      colleagues: [{ stream: critical, holders: annes }],
    })

    expect(lost).toEqual([critical])
    expect(await vault.streams.read(critical)).toEqual({ kind: 'none' })
    expect(await vault.replicas.listReplicas()).toEqual([])
    await asAnne()
    expect(await documentsOf(vault)).toEqual([await aDocument('a', 1)])
    expect(await vault.streams.read(critical)).toMatchObject({ trust: 'verified' })
    const after = await phone.cache().chunks.toArray()
    expect(after[0]?.gen).toBeGreaterThan(before[0]?.gen ?? Infinity)
  })

  test('a colleague who is no longer listed has no key to what she had, by the next one online', async () => {
    const { phone, vault, holders, storeNow, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    const { me: anne } = await storeNow()
    await build(await storeNow(), [await aDocument('a', 1)], { holders })
    await asBerit()
    await vault.streams.read(critical)
    await asAnne()

    await vault.replicas.shareKeys({
      mine: [{ stream: critical, holders: [anne] }],
      colleagues: [],
    })

    expect(await vault.streams.read(critical)).toMatchObject({ kind: 'open', trust: 'verified' })
    expect(await phone.cache().streamKeys.toArray()).toMatchObject([{ employeeId: anne.employee }])
    await asBerit()
    expect(await vault.streams.read(critical)).toEqual({ kind: 'none' })
  })

  test('a key is not written under any more once an employee who got it is not listed, though her copy is gone', async () => {
    const { phone, vault, holders, storeNow, asAnne } = await aSharedPhone()
    await asAnne()
    const { me: anne } = await storeNow()
    await build(await storeNow(), [await aDocument('a', 1)], { holders })
    const before = await vault.replicas.findReplica(critical)
    const copies = await phone.cache().streamKeys.toArray()
    const others = copies.filter(({ employeeId }) => employeeId !== anne.employee)
    await phone
      .cache()
      .streamKeys.bulkDelete(others.map((copy) => [copy.stream, copy.gen, copy.employeeId]))

    await vault.replicas.shareKeys({
      mine: [{ stream: critical, holders: [anne] }],
      colleagues: [],
    })

    expect(others).toHaveLength(1)
    const after = await vault.replicas.findReplica(critical)
    expect(after?.generation).toBeGreaterThan(before?.generation ?? Infinity)
  })

  test('of a stream that she lacks, only the copies of those who are not listed go', async () => {
    const { vault, holders, storeNow, asAnne, asBerit } = await aSharedPhone()
    await asAnne()
    const { me: anne } = await storeNow()
    await build(await storeNow(), [await aDocument('a', 1)])
    await asBerit()

    const kept = await vault.replicas.shareKeys({
      mine: [],
      colleagues: [{ stream: critical, holders: [anne] }],
    })

    await asAnne()
    expect(kept).toEqual([])
    expect(holders).toHaveLength(2)
    expect(await documentsOf(vault)).toEqual([await aDocument('a', 1)])
  })
})
