import { EnrolDevice, type EnrolDeviceAnswer } from '#contract/enrol-device.ts'
import { credentialDays, type PublicKey } from '#domain/entries/credential.ts'
import { DeviceRequestId } from '#domain/base/ids.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { NamedKey } from '#domain/trust/key-set.ts'
import type { SignatureCheck } from '#domain/trust/signatures.ts'
import { enrolmentNonces } from '../accounts/enrolment-nonces.ts'
import type { SignedIn } from '../accounts/session-repository.ts'
import type { AccountsDatabase, Database } from '../database/database.ts'
import { withAccounts, withTenant } from '../database/with-tenant.ts'
import { isProvenEnrolment } from '../inbox/check-enrolment.ts'
import { enrolDevice } from '../inbox/enrol-device.ts'
import { type EnrolledKeys, rememberKeys } from '../inbox/enrolled-keys.ts'
import type { judgeEnrolment } from '../inbox/judge-enrolment.ts'
import { vouchFor } from '../inbox/web-signatures.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { nodeHasher } from '../base/node-hasher.ts'
import { recordSecurityEvent } from '../security/record-security-event.ts'
import { Refused } from '../base/refused.ts'
import type { Sources } from '../base/sources.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

type EnrolmentServices = {
  db: Database
  accounts: AccountsDatabase
  keys: KeyRing
  sources: Sources
  signatures: SignatureCheck
  judgeEnrolment: typeof judgeEnrolment
}

type NamedKeys = { device: NamedKey; author: NamedKey; recipient: NamedKey }

/**
 * Vouches for a device's key and for the signed-in employee's two keys on it, when the device has proved that it has
 * them. The same keys may be enrolled again, with a new nonce.
 */
export function enrolDeviceRoute(services: EnrolmentServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<EnrolDeviceAnswer> => {
    const wanted = EnrolDevice.parse(request.body)
    await requireProof(services, wanted, signedIn)
    const named = await nameKeys(wanted)
    const issuedAt = services.sources.now()
    await registerDevice(services, { wanted, named, issuedAt }, signedIn)
    return await vouchForAll(services, { wanted, named, issuedAt }, signedIn)
  }
}

type Enrolment = { wanted: EnrolDevice; named: NamedKeys; issuedAt: Instant }

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
  { db, accounts, sources, judgeEnrolment: judge }: EnrolmentServices,
  { wanted: { deviceId, label, nonce }, named, issuedAt }: Enrolment,
  { accountId, sessionId, scope, signedInAt }: SignedIn,
): Promise<void> {
  const { municipality } = scope
  const asked: EnrolledKeys = {
    municipality,
    deviceId,
    employeeId: accountId,
    keys: [
      { purpose: 'device', keyId: named.device.keyId },
      { purpose: 'author', keyId: named.author.keyId },
      { purpose: 'recipient', keyId: named.recipient.keyId },
    ],
  }
  const { keyId } = named.device
  const device = { municipality, deviceId, keyId, label, enrolledBy: accountId, issuedAt }
  // A part of the proof: what was signed before stores no request, and uses no approval up. It is used up first, for good.
  const used = await withAccounts(accounts, scope, (transaction) =>
    enrolmentNonces(transaction, sources).use(sessionId, nonce),
  )
  if (used === 'unusable') throw new Refused('notAllowed')
  const enrolment = await withTenant(db, scope, async (transaction) => {
    const newRequestId = DeviceRequestId.parse(sources.newId())
    const approval = { newRequestId, label, signedInAt, now: issuedAt }
    const verdict = await judge(transaction, asked, approval)
    // Answered after the commit: a request that waits for a leader is stored.
    if (verdict.kind !== 'mayEnrol') return verdict
    const result = await enrolDevice(transaction, device)
    if (result === 'enrolled' && (await rememberKeys(transaction, asked, issuedAt)) === 'new') {
      const about = { employeeId: accountId, deviceId }
      const event = { kind: 'deviceEnrolled', at: issuedAt, ...about } as const
      await recordSecurityEvent(transaction, municipality, event)
    }
    return { kind: result }
  })
  switch (enrolment.kind) {
    case 'enrolled':
      return
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
}

async function vouchForAll(
  { keys }: EnrolmentServices,
  { wanted: { deviceId }, named, issuedAt }: Enrolment,
  { accountId: employeeId, scope: { municipality } }: SignedIn,
): Promise<EnrolDeviceAnswer> {
  const { credentials } = keys.current()
  const shared = { municipality, deviceId, issuedAt }
  const lasting = { ...shared, expiresAt: plusMinutes(issuedAt, credentialDays * 24 * 60) }
  const device = { kind: 'device', ...lasting, ...named.device } as const
  const author = { kind: 'author', ...lasting, employeeId, ...named.author } as const
  const recipient = { kind: 'recipient', ...shared, employeeId, ...named.recipient } as const
  return {
    municipality,
    device: await vouchFor(device, credentials),
    author: await vouchFor(author, credentials),
    recipient: await vouchFor(recipient, credentials),
  }
}

async function nameKeys(wanted: EnrolDevice): Promise<NamedKeys> {
  return {
    device: await named(wanted.devicePublicKey),
    author: await named(wanted.authorPublicKey),
    recipient: await named(wanted.recipientPublicKey),
  }
}

async function named(publicKey: PublicKey): Promise<NamedKey> {
  return { keyId: await keyIdOf(publicKey, nodeHasher), publicKey }
}
