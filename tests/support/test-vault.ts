import { IDBFactory } from 'fake-indexeddb'
import { base64UrlFromBytes } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import {
  type Credential,
  credentialDays,
  PublicKey,
  type UnsignedSubject,
} from '#domain/entries/credential.ts'
import { EmployeeId, type KeyId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import {
  type Instant,
  instantFromMilliseconds,
  millisecondsFromInstant,
  plusMinutes,
} from '#domain/time/instant.ts'
import { keyIdOf } from '#domain/entries/sealing.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { floorCost } from '#storage/crypto/key-derivation.ts'
import { openVault, type VaultOptions } from '#storage/vault/open-vault.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { EnrolmentAnswer, EnrolmentRequest } from '#domain/vault/enrolment.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { nodeHasher } from './node-hasher.ts'

export const noon = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11, 0))
export const codeOfAnne = '471108'

/** One phone: its databases outlive the vaults that are opened on them. */
export function aPhone(indexedDB = new IDBFactory()) {
  let now: Instant = noon
  return {
    indexedDB,
    clock: { now: () => now, offsetMinutes: () => 60 },
    passSeconds(seconds: number) {
      now = instantFromMilliseconds(millisecondsFromInstant(now) + seconds * 1000)
    },
    outbox: () => new OutboxDatabase('outbox', { indexedDB }),
    cache: () => new CacheDatabase('cache', { indexedDB }),
    /** As after a restart of the app. */
    openVault(other: Pick<VaultOptions, 'wrapLimits' | 'news'> = {}): Promise<Vault> {
      return openVault({
        clock: this.clock,
        newId: () => crypto.randomUUID(),
        databases: { outbox: this.outbox, cache: this.cache },
        cost: floorCost,
        ...other,
      })
    },
  }
}

export function aProfile(name = 'Anne Solbakken'): EmployeeProfile {
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  return {
    author: { employeeId, name, title: 'sykepleier', hprNumber: null },
    role: 'nurse',
    zones: [{ id: ZoneId.parse('nord-1'), name: 'Nord 1' }],
  }
}

async function keyIdOfPair(pair: CryptoKeyPair): Promise<KeyId> {
  return keyIdOf(PublicKey.parse(await crypto.subtle.exportKey('jwk', pair.publicKey)), nodeHasher)
}

/** A server that signs credentials for every request, and keeps the key that opens what it receives. */
export async function aVouchingServer() {
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
    'deriveBits',
  ])
  const signing = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const municipality = MunicipalityId.parse('demo')
  async function vouch(unsigned: UnsignedSubject): Promise<Credential> {
    const kid = await keyIdOfPair(signing)
    const subject = { ...unsigned, v: 1, world: '*', kid } as const
    const bytes = nodeHasher.utf8(canonicalJson(subject))
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
    const signature = await crypto.subtle.sign(algorithm, signing.privateKey, bytes)
    return { subject, signature: base64UrlFromBytes(new Uint8Array(signature)) }
  }

  return {
    sealing,
    async answer(request: EnrolmentRequest, employeeId: EmployeeId): Promise<EnrolmentAnswer> {
      const { deviceId, devicePublicKey, authorPublicKey } = request
      const shared = {
        municipality,
        deviceId,
        issuedAt: noon,
        expiresAt: plusMinutes(noon, credentialDays * 24 * 60),
      }
      return {
        municipality,
        device: await vouch({
          kind: 'device',
          ...shared,
          keyId: await keyIdOf(devicePublicKey, nodeHasher),
          publicKey: devicePublicKey,
        }),
        author: await vouch({
          kind: 'author',
          ...shared,
          employeeId,
          keyId: await keyIdOf(authorPublicKey, nodeHasher),
          publicKey: authorPublicKey,
        }),
        sealTo: {
          keyId: await keyIdOfPair(sealing),
          publicKey: PublicKey.parse(await crypto.subtle.exportKey('jwk', sealing.publicKey)),
        },
      }
    },
  }
}

export type VouchingServer = Awaited<ReturnType<typeof aVouchingServer>>

/** Enrols an employee, who is unlocked afterwards. A refusal fails the test. */
export async function enrol(
  vault: Vault,
  server: VouchingServer,
  { profile, code = codeOfAnne }: { profile: EmployeeProfile; code?: string },
): Promise<Unlocked> {
  const prepared = await vault.access.prepareEnrolment({
    profile,
    code,
    label: 'Jobbtelefon Nord 2 – 04',
  })
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.refusal.kind}`)
  const answer = await server.answer(prepared.value, profile.author.employeeId)
  const completed = await vault.access.completeEnrolment(answer)
  if (!completed.ok) throw new Error(`Not completed: ${completed.refusal.kind}`)
  return completed.value
}

/** A phone of Anne's, and her vault on it. */
export async function anUnlockedPhone(server: VouchingServer) {
  const phone = aPhone()
  const anne = aProfile()
  const vault = await phone.openVault()
  await enrol(vault, server, { profile: anne })
  return { phone, vault, anne }
}
