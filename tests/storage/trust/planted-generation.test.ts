import { describe, expect, test } from 'vitest'
import { importAesKey } from '#storage/crypto/aes.ts'
import { openChunk } from '#storage/replica/chunks.ts'
import { aDocument, change, critical } from '../../support/build-replica.ts'
import { aVouchingServer } from '../../support/test-vault.ts'
import { aPhoneWithLists, readOpen } from './a-phone-with-lists.ts'

const server = await aVouchingServer()
const strangersServer = await aVouchingServer()

describe('exactly what the server signed, planted by somebody who once had it, under a key that she keeps', () => {
  test('is verified, and nothing is written under that key', async () => {
    const { vault, add, strangerOpens } = await planted()
    expect(await readOpen(vault)).toMatchObject({ trust: 'verified' })

    await expect(add()).rejects.toThrow('lost')
    expect(await strangerOpens()).toBe(true)
  })

  test('is sealed anew by the next employee online, once', async () => {
    const { vault, me, add, strangerOpens } = await planted()
    const held = { mine: [{ stream: critical, holders: [me] }], colleagues: [] }
    await vault.replicas.shareKeys(held)
    const first = await vault.replicas.findReplica(critical)
    await vault.replicas.shareKeys(held)
    const again = await vault.replicas.findReplica(critical)

    await add()

    expect(again).toEqual(first)
    expect(await strangerOpens()).toBe(false)
    expect((await readOpen(vault)).documents).toHaveLength(4)
  })
})

async function planted() {
  const made = await aPhoneWithLists(server, 1)
  const { documents, opened, them, unlock } = made
  await opened.store.savePins()
  const bytes = await them.forgeStream(documents, strangersServer, { keepsHead: true })
  const strangersKey = await importAesKey(bytes)
  const vault = await unlock()
  const added = await aDocument('d', 4)
  return {
    vault,
    me: opened.me,
    add: () => change({ ...opened, store: vault.replicas }, [added], [...documents, added]),
    async strangerOpens(): Promise<boolean> {
      const [chunk] = await them.cache.chunks.toArray()
      if (chunk === undefined) throw new Error('There is no chunk.')
      return Array.isArray(await openChunk(strangersKey, chunk, chunk.sealed))
    },
  }
}
