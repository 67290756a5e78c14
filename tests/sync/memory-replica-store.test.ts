import { aMemoryReader } from '../support/memory-reader.ts'
import { replicaStoreContract } from '../support/replica-store-contract.ts'
import { aVouchingServer } from '../support/test-vault.ts'

replicaStoreContract(async () => {
  const server = await aVouchingServer()
  const { replicas, me, open } = await aMemoryReader(server)
  const read = async (stream: Parameters<typeof open>[0]) => (await open(stream))?.documents ?? null
  return { store: replicas, server, me, read }
})
