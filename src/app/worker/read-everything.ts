import type { StreamId } from '#domain/streams/stream.ts'
import type { EverythingRead } from '#app/bridge/core.ts'
import type { Vault } from '#storage/vault/open-vault.ts'

/** Opens every stream on the device without network, to prove that all of them can be read. */
export async function readEverything(
  vault: Vault,
  onProgress: (done: number, of: number) => void,
): Promise<EverythingRead> {
  // The status also lists damaged streams, which `listReplicas` leaves out.
  const { streams } = await vault.access.status()
  const counts = new Map(
    (await vault.replicas.listReplicas()).map(({ stream, head }) => [stream, head.head.count]),
  )
  let documents = 0
  const faults: StreamId[] = []
  for (const [index, { stream }] of streams.entries()) {
    const reading = await vault.streams.read(stream)
    // A colleague's stream: the unlocked employee has no key for it.
    if (reading.kind === 'none') continue
    if (reading.kind !== 'open') faults.push(stream)
    else {
      const live = reading.documents.filter(({ deleted }) => !deleted).length
      const isSound = reading.trust === 'verified' && reading.damagedParts === 0
      if (live !== counts.get(stream) || !isSound) faults.push(stream)
      documents += live
    }
    onProgress(index + 1, streams.length)
  }
  return { documents, faults }
}
