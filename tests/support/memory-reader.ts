import { randomUUID } from 'node:crypto'
import { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import { webSignatureCheck } from '#sealing/es256.ts'
import { memoryReplicaStore } from './memory-replica-store.ts'
import { nodeHasher } from './node-hasher.ts'
import { emptyReplicaDisk, type ReplicaDisk } from './replica-disk.ts'
import { newSession } from './replica-pins.ts'
import { openReplica } from './replica-reader.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type VouchingServer, newSigningKey } from './vouching-server.ts'

export const webTools = { signatures: webSignatureCheck, hasher: nodeHasher }

/** An employee who has unlocked an empty device, enrolled by the server. */
export async function aMemoryReader(server: VouchingServer) {
  const employee = EmployeeId.parse(randomUUID())
  const deviceId = DeviceId.parse(randomUUID())
  const { publicKey, keyId } = (await newSigningKey(nodeHasher)).named
  const recipient = await server.vouchForRecipient({ deviceId, employeeId: employee, publicKey })
  const disk: ReplicaDisk = { ...emptyReplicaDisk(), enrolled: [{ employee, recipient }] }
  const { keySet } = server.keySet
  const { municipality } = server
  const formerDeviceIds: DeviceId[] = []
  const reader = { employee, keyId, municipality, deviceId, formerDeviceIds, keySet }
  const session = newSession()
  const trust: ServerTrust = {
    find: () => Promise.resolve({ municipality, keySet }),
    adopt: () => Promise.resolve('refused'),
  }
  return {
    employee,
    deviceId,
    formerDeviceIds,
    recipients: [recipient],
    disk,
    trust,
    me: { employee, keyId },
    replicas: memoryReplicaStore(disk, {
      tools: webTools,
      session,
      reader: () => reader,
      newSecret: randomUUID,
    }),
    open: (stream: StreamId) => openReplica(disk, session, reader, stream, webTools),
  }
}
