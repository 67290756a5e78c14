import { randomUUID } from 'node:crypto'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { memoryReplicaStore } from '../support/memory-replica-store.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { emptyReplicaDisk } from '../support/replica-disk.ts'
import { newSession } from '../support/replica-pins.ts'
import { openReplica } from '../support/replica-reader.ts'
import { replicaStoreContract } from '../support/replica-store-contract.ts'
import { aVouchingServer } from '../support/test-vault.ts'
import { newSigningKey } from '../support/vouching-server.ts'

const tools = { signatures: webSignatureCheck, hasher: nodeHasher }

replicaStoreContract(async () => {
  const server = await aVouchingServer()
  const employee = EmployeeId.parse(randomUUID())
  const deviceId = DeviceId.parse(randomUUID())
  const { publicKey, keyId } = (await newSigningKey(nodeHasher)).named
  const recipient = await server.vouchForRecipient({ deviceId, employeeId: employee, publicKey })
  const disk = { ...emptyReplicaDisk(), enrolled: [{ employee, recipient }] }
  const reader = { employee, keyId, deviceId, keySet: server.keySet.keySet }
  const session = newSession()
  const store = memoryReplicaStore(disk, {
    tools,
    session,
    reader: () => reader,
    newSecret: randomUUID,
  })
  return {
    store,
    server,
    me: { employee, keyId },
    read: async (stream) =>
      (await openReplica(disk, session, reader, stream, tools))?.documents ?? null,
  }
})
