import { emptyReplicaDisk, memoryReplicaStore } from '../support/memory-replica-store.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { replicaStoreContract } from '../support/replica-store-contract.ts'

replicaStoreContract(() => {
  const disk = emptyReplicaDisk()
  return Promise.resolve({
    store: memoryReplicaStore(disk, { hasher: nodeHasher }),
    read: (stream) => {
      const shown = disk.shown.get(stream)
      return Promise.resolve(shown === undefined ? null : [...shown.documents.values()])
    },
  })
})
