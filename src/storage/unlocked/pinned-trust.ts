import * as z from 'zod/mini'
import { type EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import { SignedKeySet } from '#domain/trust/key-set.ts'
import { type Sealed, aesOpenJson, aesSealJson } from '../crypto/aes.ts'

/** The server that an employee has enrolled with. It lies under her key, so that nobody changes it but she. */
export const PinnedTrust = z.object({
  municipality: MunicipalityId,
  root: KeyId,
  signed: SignedKeySet,
  /** She brought the root's thumbprint herself; otherwise the device believed the first server that it met. */
  confirmed: z.boolean(),
})
export type PinnedTrust = z.infer<typeof PinnedTrust>

export function sealTrust(
  identity: CryptoKey,
  employeeId: EmployeeId,
  trust: PinnedTrust,
): Promise<Sealed> {
  return aesSealJson(identity, trust, aboutTrust(employeeId))
}

/** Null when it does not open or is not hers. */
export async function openTrust(
  identity: CryptoKey,
  employeeId: EmployeeId,
  sealed: Sealed,
): Promise<PinnedTrust | null> {
  const opened = PinnedTrust.safeParse(await aesOpenJson(identity, sealed, aboutTrust(employeeId)))
  return opened.success ? opened.data : null
}

function aboutTrust(employeeId: EmployeeId): string {
  return `beredt/trust/1/${employeeId}`
}
