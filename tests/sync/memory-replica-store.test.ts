import { emptyReplicaDisk, memoryReplicaStore } from '../support/memory-replica-store.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { replicaStoreContract } from '../support/replica-store-contract.ts'

// The simulation runs on this store: it must keep what the real one keeps.
replicaStoreContract(() => {
  const disk = emptyReplicaDisk()
  return Promise.resolve({
    store: memoryReplicaStore(disk, { hasher: nodeHasher }),
    read: (stream) => {
      const documents = disk.shown.get(stream)?.documents
      return Promise.resolve(documents === undefined ? null : [...documents.values()])
    },
  })
})
