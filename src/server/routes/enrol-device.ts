import { EnrolDevice, type EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import {
  type Credential,
  credentialDays,
  type UnsignedSubject,
} from '#domain/entries/credential.ts'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { enrolDevice } from '../inbox/enrol-device.ts'
import { type EnrolledKeys, rememberKeys } from '../inbox/enrolled-keys.ts'
import { judgeEnrolment } from '../inbox/judge-enrolment.ts'
import { vouchFor } from '../inbox/web-signatures.ts'
import type { ServerKeys } from '../keys/keys.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

/** Vouches for a device's key and for the signed-in employee's key on it. Safe to repeat with the same keys. */
export function enrolDeviceRoute({
  db,
  keys,
  sources,
}: {
  db: Database
  keys: ServerKeys
  sources: Sources
}): SignedInHandler {
  const vouch = (subject: UnsignedSubject): Promise<Credential> =>
    vouchFor(subject, keys.certificates)
  return async ({
    request,
    signedIn: { accountId, scope, signedInAt },
  }): Promise<EnrolDeviceAnswer> => {
    const { deviceId, label, devicePublicKey, authorPublicKey } = EnrolDevice.parse(request.body)
    const issuedAt = sources.now()
    const shared = { municipality: scope.municipality, deviceId, issuedAt }
    const lasting = { ...shared, expiresAt: plusMinutes(issuedAt, credentialDays * 24 * 60) }
    const keyId = await keyIdOf(devicePublicKey, nodeHasher)
    const authorKeyId = await keyIdOf(authorPublicKey, nodeHasher)
    const asked: EnrolledKeys = {
      ...shared,
      employeeId: accountId,
      keys: [
        { purpose: 'device', keyId },
        { purpose: 'author', keyId: authorKeyId },
      ],
    }
    const enrolment = await withTenant(db, scope, async (transaction) => {
      const newRequestId = DeviceRequestId.parse(sources.newId())
      const approval = { newRequestId, label, signedInAt, now: issuedAt }
      const verdict = await judgeEnrolment(transaction, asked, approval)
      // Answered after the commit: a request that waits for a leader is stored.
      if (verdict.kind !== 'mayEnrol') return verdict
      const device = { ...shared, keyId, label, enrolledBy: accountId }
      const result = await enrolDevice(transaction, device)
      if (result === 'enrolled') await rememberKeys(transaction, asked, issuedAt)
      return { kind: result }
    })
    switch (enrolment.kind) {
      case 'enrolled':
        break
      case 'otherKey':
        // With another key under a known id, a stranger could continue that device's chain of entries.
        throw new Refused('notAllowed')
      case 'awaitingApproval':
        throw new Refused(enrolment.kind, { waiting: enrolment.waiting })
      case 'signInAgain':
      case 'deviceRejected':
      case 'tooManyDevices':
        throw new Refused(enrolment.kind)
    }
    const { sealing } = keys
    return {
      municipality: scope.municipality,
      device: await vouch({ kind: 'device', ...lasting, keyId, publicKey: devicePublicKey }),
      author: await vouch({
        kind: 'author',
        ...lasting,
        employeeId: accountId,
        keyId: authorKeyId,
        publicKey: authorPublicKey,
      }),
      sealTo: { keyId: sealing.keyId, publicKey: sealing.publicKey },
    }
  }
}
