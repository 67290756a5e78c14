import type { EmployeeId } from '#domain/base/ids.ts'
import { type Result, accepted } from '#domain/base/result.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import type { UnlockRefusal, Unlocked } from '#domain/vault/unlocking.ts'
import { compareTrust } from '../trust/device-trust.ts'
import { type CodeServices, tryCode } from './try-code.ts'
import { rememberLast } from './unlock-memory.ts'

export async function unlock(
  employeeId: EmployeeId,
  code: string,
  services: CodeServices & { tools: TrustTools },
): Promise<Result<Unlocked, UnlockRefusal>> {
  const tried = await tryCode(employeeId, code, services)
  if (!tried.ok) return tried
  const { employee } = tried.value
  await Promise.all([
    compareTrust(employee, services),
    services.outbox.run((database) => rememberLast(database, employeeId)),
  ])
  services.unlocked.end()
  services.unlocked.begin(employee)
  return accepted({ employeeId, profile: employee.profile })
}
