import type { EmployeeId } from '#domain/base/ids.ts'
import type { DerivationCost } from '#storage/crypto/key-derivation.ts'
import { findCodeWrap, type Wrap, type WrapLimits } from '#storage/crypto/wrap.ts'
import { wrapWithCode } from '#storage/crypto/employee-key.ts'
import type { OutboxDatabase } from '#storage/databases/outbox-database.ts'

/** The weaker part of the controls: a phone that does what any wrap asks for. */
export const noLimits: WrapLimits = {
  floor: { memoryKiB: 0, iterations: 0 },
  ceiling: { memoryKiB: 2 ** 40, iterations: 2 ** 40 },
  maxWork: Number.MAX_SAFE_INTEGER,
  saltBytes: { min: 0, max: 2 ** 30 },
}

type Phone = { outbox(): OutboxDatabase }

/** Writes another value in the place of an employee's wraps, as something else in the profile can. */
export async function alterWraps(phone: Phone, id: EmployeeId, wraps: unknown): Promise<void> {
  await phone.outbox().employees.update(id, { wraps })
}

export async function alterWrap(
  phone: Phone,
  id: EmployeeId,
  change: (wrap: Wrap) => unknown,
): Promise<void> {
  await alterWraps(phone, id, [change(await wrapOf(phone, id))])
}

export async function wrapOf(phone: Phone, id: EmployeeId): Promise<Wrap> {
  const wrap = findCodeWrap((await phone.outbox().employees.get(id))?.wraps, noLimits)
  if (wrap === null) throw new Error('There is no wrap to alter.')
  return wrap
}

export function withDerivation(wrap: Wrap, other: Partial<Wrap['derivation']>): Wrap {
  return { ...wrap, derivation: { ...wrap.derivation, ...other } }
}

/** A wrap that opens with the code at less cost than this app asks for, as an earlier thief would leave it. */
export async function wrapAtLess(
  phone: Phone,
  id: EmployeeId,
  by: { code: string; cost: DerivationCost },
): Promise<Wrap> {
  const row = await phone.outbox().employees.get(id)
  if (row === undefined || row.deviceSecret === null) throw new Error('She is not enrolled.')
  const { deviceId } = await wrapOf(phone, id)
  const key = crypto.getRandomValues(new Uint8Array(32))
  const { code, cost } = by
  return wrapWithCode(key, { code, deviceSecret: row.deviceSecret, employeeId: id, deviceId, cost })
}
