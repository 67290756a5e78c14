import type { FastifyInstance } from 'fastify'
import { EnrolDevice, type EnrolDeviceAnswer, enrolDevicePath } from '#contract/enrol-device.ts'
import type { Credential, CredentialSubject } from '#domain/entries/credential.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { withTenant } from '../database/with-tenant.ts'
import { enrolDevice } from '../inbox/enrol-device.ts'
import { vouchFor } from '../inbox/web-signatures.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** Vouches for a device's key and for the signed-in employee's key on it. Safe to repeat with the same keys. */
export function enrolDeviceRoute(server: FastifyInstance, { db, keys, sources }: Services): void {
  const vouch = (subject: CredentialSubject): Promise<Credential> =>
    vouchFor(subject, keys.certificates)
  server.post(enrolDevicePath, async (request): Promise<EnrolDeviceAnswer> => {
    const { deviceId, label, devicePublicKey, authorPublicKey } = EnrolDevice.parse(request.body)
    const { accountId, scope } = await requireSession(request)
    const issuedAt = sources.now()
    const shared = { municipality: scope.municipality, deviceId, issuedAt }
    const keyId = await keyIdOf(devicePublicKey, nodeHasher)
    const isTaken = await withTenant(db, scope, (transaction) =>
      enrolDevice(transaction, { ...shared, keyId, label, enrolledBy: accountId }),
    )
    // Another key under a known id would write on in somebody else's line of entries.
    if (isTaken === 'taken') throw new Refused('notAllowed')
    const { sealing } = keys
    return {
      municipality: scope.municipality,
      device: await vouch({ kind: 'device', ...shared, keyId, publicKey: devicePublicKey }),
      author: await vouch({
        kind: 'author',
        ...shared,
        employeeId: accountId,
        keyId: await keyIdOf(authorPublicKey, nodeHasher),
        publicKey: authorPublicKey,
      }),
      sealTo: { keyId: sealing.keyId, publicKey: sealing.publicKey },
    }
  })
}
