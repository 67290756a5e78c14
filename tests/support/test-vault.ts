import { IDBFactory } from 'fake-indexeddb'
import { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import {
  type Instant,
  instantFromMilliseconds,
  millisecondsFromInstant,
} from '#domain/time/instant.ts'
import { CacheDatabase } from '#storage/databases/cache-database.ts'
import { OutboxDatabase } from '#storage/databases/outbox-database.ts'
import { openVault, type VaultOptions } from '#storage/vault/open-vault.ts'
import type { TrustParts } from '#storage/trust/trust-parts.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { Unlocked } from '#domain/vault/unlocking.ts'
import type { Vault } from '#storage/vault/open-vault.ts'
import { nodeHasher } from './node-hasher.ts'
import { type VouchingServer, vouchingServer } from './vouching-server.ts'
import { quickWrapping } from './wrapping.ts'

export type { VouchingServer } from './vouching-server.ts'

export const noon = instantFromMilliseconds(Date.UTC(2026, 10, 23, 11, 0))
export const codeOfAnne = '471108'

/** One phone: its databases outlive the vaults that are opened on them. */
export function aPhone(indexedDB = new IDBFactory(), wrapping = quickWrapping) {
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
    openVault(other: Pick<VaultOptions, 'wrapLimits' | 'news' | 'parts'> = {}): Promise<Vault> {
      return openVault({
        clock: this.clock,
        newId: () => crypto.randomUUID(),
        databases: { outbox: this.outbox, cache: this.cache },
        ...wrapping,
        ...other,
      })
    },
  }
}

export type TestPhone = ReturnType<typeof aPhone>

export function aProfile(name = 'Anne Solbakken'): EmployeeProfile {
  const employeeId = EmployeeId.parse(crypto.randomUUID())
  return {
    author: { employeeId, name, title: 'sykepleier', hprNumber: null },
    role: 'nurse',
    zones: [{ id: ZoneId.parse('nord-1'), name: 'Nord 1' }],
  }
}

/** A server whose keys vouch for every request; `sealing` opens what it receives. */
export function aVouchingServer(): Promise<VouchingServer> {
  return vouchingServer(nodeHasher, MunicipalityId.parse('demo'), noon)
}

/** Enrols an employee, who is unlocked afterwards. A refusal fails the test. */
export async function enrol(
  vault: Vault,
  server: VouchingServer,
  { profile, code = codeOfAnne }: { profile: EmployeeProfile; code?: string },
): Promise<Unlocked> {
  const prepared = await vault.access.prepareEnrolment({
    challenge: server.challenge(),
    expectedRoot: null,
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
export async function anUnlockedPhone(server: VouchingServer, parts: Partial<TrustParts> = {}) {
  const phone = aPhone()
  const anne = aProfile()
  const vault = await phone.openVault({ parts })
  await enrol(vault, server, { profile: anne })
  return { phone, vault, anne }
}
