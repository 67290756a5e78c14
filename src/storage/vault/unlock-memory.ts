import type { EmployeeId } from '#domain/base/ids.ts'
import { isShortCode } from '#domain/vault/short-code.ts'
import type { OutboxDatabase, OutboxSettingRow } from '../databases/outbox-database.ts'

export type UnlockMemory = Pick<Extract<OutboxSettingRow, { id: 'unlocks' }>, 'last' | 'shortCodes'>

/**
 * Who unlocked this device last, and whose code is of the shortest kind. Of a longer code nothing is kept: a copied
 * profile must not say how long it is. It is stored as strictly as a draft, because a phone that has lost power must not
 * try one employee's code as another's.
 */
export async function unlockMemory(database: OutboxDatabase): Promise<UnlockMemory> {
  const row = await database.settings.get('unlocks')
  return row?.id === 'unlocks' ? row : { last: null, shortCodes: [] }
}

/** Part of the transaction that closes a try whose code was right. */
export async function rememberCode(
  database: OutboxDatabase,
  employeeId: EmployeeId,
  code: string,
): Promise<void> {
  const { last, shortCodes } = await unlockMemory(database)
  if (shortCodes.includes(employeeId) === isShortCode(code)) return
  const others = shortCodes.filter((id) => id !== employeeId)
  await database.settings.put({
    id: 'unlocks',
    last,
    shortCodes: isShortCode(code) ? [...others, employeeId] : others,
  })
}

/** `handedOver`: the next employee chooses herself. */
export function rememberLast(
  database: OutboxDatabase,
  last: EmployeeId | 'handedOver',
): Promise<void> {
  return database.transaction('rw', database.settings, async () => {
    const known = await unlockMemory(database)
    if (known.last === last) return
    await database.settings.put({ id: 'unlocks', last, shortCodes: known.shortCodes })
  })
}
