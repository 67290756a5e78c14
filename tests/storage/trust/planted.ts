import { sealingInfo } from '#domain/entries/sealing.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'

import { hpkeSeal } from '#sealing/hpke.ts'
import { aesSealJson, importAesKey } from '#storage/crypto/aes.ts'
import { nodeHasher } from '../../support/node-hasher.ts'
import { critical, headOver } from '../../support/build-replica.ts'
import type { TestPhone, VouchingServer } from '../../support/test-vault.ts'
import { leavesOf } from '../../support/leaves-of.ts'

/** What somebody does who may write in the profile, has no code, and knows how Beredt stores. */
export function stranger(phone: TestPhone) {
  const [outbox, cache] = [phone.outbox(), phone.cache()]

  async function onlyReplica() {
    const row = await cache.replicas.get(critical)
    if (row === undefined) throw new Error('There is no stream to attack.')
    return row
  }

  return {
    outbox,
    cache,
    onlyReplica,

    /** A copy of all that the cache holds of streams, as taken from the disk earlier. */
    async takeCopy() {
      const [replicas, chunks, streamKeys] = await Promise.all([
        cache.replicas.toArray(),
        cache.chunks.toArray(),
        cache.streamKeys.toArray(),
      ])
      return {
        chunks,
        async putBack(): Promise<void> {
          await cache.chunks.clear()
          await cache.streamKeys.clear()
          await cache.replicas.bulkPut(replicas)
          await cache.chunks.bulkPut(chunks)
          await cache.streamKeys.bulkPut(streamKeys)
        },
      }
    },

    /**
     * Replaces the stream by forged documents under a key of the stranger's own. Copies of it are sealed to the public
     * keys of all employees, which lie in the clear. `signer` is a server that nobody here believes.
     */
    async forgeStream(
      documents: readonly StreamDocument[],
      signer: VouchingServer,
      how: { keepsHead?: boolean } = {},
    ): Promise<Uint8Array<ArrayBuffer>> {
      const row = await onlyReplica()
      const bytes = crypto.getRandomValues(new Uint8Array(32))
      const key = await importAesKey(bytes)
      const gen = row.gen + 1
      await cache.chunks.clear()
      await cache.streamKeys.clear()
      await cache.chunks.put({
        stream: critical,
        gen,
        bucket: 0,
        sealed: await aesSealJson(key, documents, `beredt/chunk/1/${critical}/${gen}/0`),
      })
      for (const { id, recipient } of await outbox.employees.toArray()) {
        const about = nodeHasher.utf8(`${critical}/${gen}/${id}`)
        const copy = await hpkeSeal(recipient.publicKey, sealingInfo.streamKey, bytes, about)
        await cache.streamKeys.put({ stream: critical, gen, employeeId: id, v: 1, ...copy })
      }
      const made = await headOver(documents, signer)
      // It names the key that she believes, though another one has signed it.
      const forged = { ...made, head: { ...made.head, kid: row.head.head.kid } }
      const head = how.keepsHead === true ? row.head : forged
      const leaves = await leavesOf(documents, nodeHasher)
      await cache.replicas.put({ ...row, rev: row.rev + 1, gen, buckets: 1, head, leaves })
      return bytes
    },

    /** Marks every document of the stream as found valid by the build that reads it. */
    async markSound(build: string): Promise<void> {
      await cache.replicas.update(critical, { soundFor: { 'patient@1': build } })
    },
  }
}

/** True when nobody but the given employees has a copy of a key. */
export async function holdersOfCopies(phone: TestPhone): Promise<string[]> {
  const copies = await phone.cache().streamKeys.toArray()
  return [...new Set(copies.map(({ employeeId }) => employeeId))].toSorted()
}
