import { EmployeeId, MunicipalityId } from '#domain/base/ids.ts'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import type { VaultAccess } from '#domain/vault/vault-access.ts'
import { wasmHasher } from '#storage/crypto/wasm-hasher.ts'
import { type VouchingServer, vouchingServer } from '../../../../tests/support/vouching-server.ts'
import { benchZone } from '../people.ts'

export const benchMunicipality = MunicipalityId.parse('demo')
export const benchCode = '471108'
export const benchEmployee = EmployeeId.parse('0e000000-0000-4000-8000-000000000001')

export const benchClock: DeviceClock = {
  now: () => instantFromMilliseconds(Date.now()),
  offsetMinutes: () => 60,
}

export const benchProfile: EmployeeProfile = {
  author: { employeeId: benchEmployee, name: 'Anne Dahl', title: 'sykepleier', hprNumber: null },
  role: 'nurse',
  zones: [{ id: benchZone, name: 'Nord 1' }],
}

/** Enrols with a server that lives as long as this page, and leaves unlocked. */
export async function enrol(
  access: Pick<VaultAccess, 'prepareEnrolment' | 'completeEnrolment'>,
): Promise<VouchingServer> {
  const server = await vouchingServer(await wasmHasher(), benchMunicipality, benchClock.now())
  const prepared = await access.prepareEnrolment({
    challenge: server.challenge(),
    expectedRoot: server.root.named.keyId,
    profile: benchProfile,
    code: benchCode,
    label: 'Jobbtelefon Nord 1',
  })
  if (!prepared.ok) throw new Error(`Not enrolled: ${prepared.refusal.kind}`)
  const answer = await server.answer(prepared.value, benchEmployee)
  const completed = await access.completeEnrolment(answer)
  if (!completed.ok) throw new Error(`Not enrolled: ${completed.refusal.kind}`)
  return server
}

export async function unlock(access: Pick<VaultAccess, 'unlock'>): Promise<void> {
  const unlocked = await access.unlock(benchEmployee, benchCode)
  if (!unlocked.ok) throw new Error(`Not unlocked: ${unlocked.refusal.kind}`)
}
