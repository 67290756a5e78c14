import { sealingInfo } from '#domain/entries/sealing.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'

import type { StreamId } from '#domain/streams/stream.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { hpkeSeal } from '#sealing/hpke.ts'
import { aesSealJson, importAesKey } from '#storage/crypto/aes.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { type Phone, aPhone } from './phone.ts'
import { type Hired, type Town, north } from './town.ts'
import { leavesOf } from '../support/leaves-of.ts'

export type Nurse = { town: Town; phone: Phone; anne: Hired; vault: Vault; critical: StreamId }

/** A phone of a nurse of Nord 1, who has fetched three patients of her zone and is unlocked. */
export async function aNurse(town: Town): Promise<Nurse> {
  for (const id of ['a', 'b', 'c']) {
    await town.put('nord-1/critical', id, { name: `Bruker ${id}` })
    await town.put('nord-1/details', id, { needs: `Bruker ${id}` })
  }
  const anne = await town.hire('Anne Solbakken', 'nurse', [north])
  const phone = aPhone(town)
  const vault = await phone.enrol(anne)
  const { failures } = await phone.sync(vault, anne)
  if (failures.length > 0) throw new Error(`The first sync failed: ${JSON.stringify(failures)}`)
  return { town, phone, anne, vault, critical: town.stream('nord-1/critical') }
}

/** All that the cache holds of streams, as copied from the disk. */
export async function copyStreams({ cache }: Phone) {
  const replicas = await cache.replicas.toArray()
  const chunks = await cache.chunks.toArray()
  const streamKeys = await cache.streamKeys.toArray()
  return {
    chunks,
    streamKeys,
    async putBack(): Promise<void> {
      await cache.chunks.clear()
      await cache.streamKeys.clear()
      await cache.replicas.bulkPut(replicas)
      await cache.chunks.bulkPut(chunks)
      await cache.streamKeys.bulkPut(streamKeys)
    },
  }
}

/**
 * Replaces a stream by other documents, under a key of the attacker's own: copies of it are sealed to the public keys
 * of all employees, which lie in the clear. Without `head` the one that the server signed stays.
 */
export async function forgeStream(
  { outbox, cache }: Phone,
  stream: StreamId,
  documents: readonly StreamDocument[],
  head?: SignedHead,
): Promise<void> {
  const row = await cache.replicas.get(stream)
  if (row === undefined) throw new Error(`There is no ${stream} to attack.`)
  const gen = row.gen + 1
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  await cache.chunks.where('stream').equals(stream).delete()
  const about = `beredt/chunk/1/${stream}/${gen}/0`
  const sealed = await aesSealJson(await importAesKey(bytes), documents, about)
  await cache.chunks.put({ stream, gen, bucket: 0, sealed })
  for (const { id, recipient } of await outbox.employees.toArray()) {
    const context = nodeHasher.utf8(`${stream}/${gen}/${id}`)
    const copy = await hpkeSeal(recipient.publicKey, sealingInfo.streamKey, bytes, context)
    await cache.streamKeys.put({ stream, gen, employeeId: id, v: 1, ...copy })
  }
  const leaves = await leavesOf(documents, nodeHasher)
  await cache.replicas.put({
    ...row,
    rev: row.rev + 1,
    gen,
    buckets: 1,
    leaves,
    head: head ?? row.head,
  })
}

/** What the screens are given of a stream. */
export async function readStream(vault: Vault, stream: StreamId) {
  const reading = await vault.streams.read(stream)
  if (reading.kind !== 'open') return { trust: reading.kind, documents: [] }
  return { trust: reading.trust, documents: reading.documents }
}
