import { Base64Url } from '#domain/base/base64url.ts'
import { type Credential, PublicKey } from '#domain/entries/credential.ts'
import { EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { EnrolmentAnswer, EnrolmentRequest } from '#domain/vault/enrolment.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { benchZone } from '../people.ts'

export const benchMunicipality = MunicipalityId.parse('demo')
export const benchCode = '471108'
const employeeId = EmployeeId.parse('0e000000-0000-4000-8000-000000000001')

export const benchClock: DeviceClock = {
  now: () => instantFromMilliseconds(Date.now()),
  offsetMinutes: () => 60,
}

export const benchProfile: EmployeeProfile = {
  author: { employeeId, name: 'Anne Dahl', title: 'sykepleier', hprNumber: null },
  role: 'nurse',
  zones: [{ id: benchZone, name: 'Nord 1' }],
}

/** Enrols and leaves unlocked. No server vouches: the vault keeps credentials, it does not check them. */
export async function enrol(access: Pick<VaultAccess, 'prepareEnrolment' | 'completeEnrolment'>) {
  const prepared = await access.prepareEnrolment({
    profile: benchProfile,
    code: benchCode,
    label: 'Jobbtelefon Nord 1',
  })
  if (!prepared.ok) throw new Error(`Not enrolled: ${prepared.refusal.kind}`)
  const completed = await access.completeEnrolment(await answerTo(prepared.value))
  if (!completed.ok) throw new Error(`Not enrolled: ${completed.refusal.kind}`)
}

async function answerTo(request: EnrolmentRequest): Promise<EnrolmentAnswer> {
  const hasher = await wasmHasher()
  const { deviceId, devicePublicKey, authorPublicKey } = request
  const shared = {
    municipality: benchMunicipality,
    deviceId,
    v: 1,
    world: '*',
    kid: KeyId.parse('A'.repeat(43)),
    issuedAt: benchClock.now(),
    expiresAt: benchClock.now(),
  } as const
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const publicKey = PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey))
  return {
    municipality: benchMunicipality,
    device: vouched({
      kind: 'device',
      ...shared,
      keyId: await keyIdOf(devicePublicKey, hasher),
      publicKey: devicePublicKey,
    }),
    author: vouched({
      kind: 'author',
      ...shared,
      employeeId,
      keyId: await keyIdOf(authorPublicKey, hasher),
      publicKey: authorPublicKey,
    }),
    sealTo: { keyId: await keyIdOf(publicKey, hasher), publicKey },
  }
}

function vouched(subject: Credential['subject']): Credential {
  return { subject, signature: Base64Url.parse('A'.repeat(86)) }
}

export async function unlock(access: Pick<VaultAccess, 'unlock'>): Promise<void> {
  const unlocked = await access.unlock(employeeId, benchCode)
  if (!unlocked.ok) throw new Error(`Not unlocked: ${unlocked.refusal.kind}`)
}
