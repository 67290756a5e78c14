import { EnrolDevice, type EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { credentialDays, type PublicKey } from '#domain/entries/credential.ts'
import { plusMinutes } from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { NamedKey } from '#domain/trust/key-set.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { enrolmentNonces } from '../accounts/enrolment-nonces.ts'
import type { SignedIn } from '../accounts/session-repository.ts'
import type { Database } from '../database/database.ts'
import { withTenant } from '../database/with-tenant.ts'
import { isProvenEnrolment } from '../inbox/check-enrolment.ts'
import { enrolDevice } from '../inbox/enrol-device.ts'
import { vouchFor } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

type EnrolmentServices = {
  db: Database
  keys: KeyRing
  sources: Sources
  signatures: SignatureCheck
}

/**
 * Vouches for a device's key and for the signed-in employee's two keys on it, when the device has proved that it has
 * them. The same keys may be enrolled again, with a new nonce.
 */
export function enrolDeviceRoute(services: EnrolmentServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<EnrolDeviceAnswer> => {
    const wanted = EnrolDevice.parse(request.body)
    await requireProof(services, wanted, signedIn)
    await registerDevice(services, wanted, signedIn)
    return await vouchForAll(services, wanted, signedIn)
  }
}

async function requireProof(
  { signatures }: Pick<EnrolmentServices, 'signatures'>,
  wanted: EnrolDevice,
  { accountId, scope: { municipality } }: SignedIn,
): Promise<void> {
  const tools = { signatures, hasher: nodeHasher }
  const isProven = await isProvenEnrolment(wanted, { municipality, employeeId: accountId }, tools)
  if (!isProven) throw new Refused('notAllowed')
}

async function registerDevice(
  { db, sources }: EnrolmentServices,
  { deviceId, label, devicePublicKey, nonce }: EnrolDevice,
  { accountId, sessionId, scope }: SignedIn,
): Promise<void> {
  const about = { municipality: scope.municipality, deviceId, label, enrolledBy: accountId }
  const keyId = await keyIdOf(devicePublicKey, nodeHasher)
  const enrolment = await withTenant(db, scope, async (transaction) => {
    const used = await enrolmentNonces(transaction, sources).use(sessionId, nonce)
    if (used === 'unusable') return used
    return await enrolDevice(transaction, { ...about, keyId, issuedAt: sources.now() })
  })
  // With another key under a known id, a stranger could continue that device's chain of entries.
  if (enrolment !== 'enrolled') throw new Refused('notAllowed')
}

async function vouchForAll(
  { keys, sources }: EnrolmentServices,
  { deviceId, devicePublicKey, authorPublicKey, recipientPublicKey }: EnrolDevice,
  { accountId: employeeId, scope: { municipality } }: SignedIn,
): Promise<EnrolDeviceAnswer> {
  const { credentials } = keys.current()
  const issuedAt = sources.now()
  const shared = { municipality, deviceId, issuedAt }
  const lasting = { ...shared, expiresAt: plusMinutes(issuedAt, credentialDays * 24 * 60) }
  const device = { kind: 'device', ...lasting, ...(await named(devicePublicKey)) } as const
  const author = {
    kind: 'author',
    ...lasting,
    employeeId,
    ...(await named(authorPublicKey)),
  } as const
  const recipient = {
    kind: 'recipient',
    ...shared,
    employeeId,
    ...(await named(recipientPublicKey)),
  } as const
  return {
    municipality,
    device: await vouchFor(device, credentials),
    author: await vouchFor(author, credentials),
    recipient: await vouchFor(recipient, credentials),
  }
}

async function named(publicKey: PublicKey): Promise<NamedKey> {
  return { keyId: await keyIdOf(publicKey, nodeHasher), publicKey }
}
