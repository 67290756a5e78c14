import type { StreamId } from '#domain/stream.ts'
import type { Vault } from '#storage/vault/vault.ts'

export type EverythingRead = {
  documents: number
  /** Streams that did not open whole, or hold another number of documents than they should. */
  faults: StreamId[]
}

/** Opens every stream on the device, as on the first unlocking of a night without network. */
export async function readEverything(
  vault: Vault,
  onProgress: (done: number, of: number) => void,
): Promise<EverythingRead> {
  const replicas = await vault.replicas.listReplicas()
  let documents = 0
  const faults: StreamId[] = []
  for (const [index, { stream, count }] of replicas.entries()) {
    const reading = await vault.readStream(stream)
    if (reading.kind !== 'open') faults.push(stream)
    else {
      const live = reading.documents.filter(({ deleted }) => !deleted).length
      if (live !== count || reading.damagedParts > 0) faults.push(stream)
      documents += live
    }
    onProgress(index + 1, replicas.length)
  }
  return { documents, faults }
}
