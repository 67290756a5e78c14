import { EmployeeId } from '#domain/ids.ts'

const key = 'beredt.employee'

/** Who unlocked here last, by id alone, so that she need not choose herself again. */
export const lastEmployee = {
  find(): EmployeeId | null {
    const stored = EmployeeId.safeParse(localStorage.getItem(key))
    return stored.success ? stored.data : null
  },
  forget(): void {
    localStorage.removeItem(key)
  },
  keep(id: EmployeeId): void {
    localStorage.setItem(key, id)
  },
}
