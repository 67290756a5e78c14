import type { EmployeeId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'

const key = (employee: EmployeeId) => `beredt.lists-made.${employee}`

/** When an employee's lists were made, for the lock, which cannot open them. That they were fetched makes no list younger. */
export const listsMade = {
  find(employee: EmployeeId): Instant | null {
    const stored = Instant.safeParse(localStorage.getItem(key(employee)))
    return stored.success ? stored.data : null
  },
  keep(employee: EmployeeId, at: Instant): void {
    localStorage.setItem(key(employee), at)
  },
}
