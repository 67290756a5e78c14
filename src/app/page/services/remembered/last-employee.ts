import { EmployeeId } from '#domain/base/ids.ts'
import { employeeKey as key, handedOver } from './employee-mark.ts'

/** The id of the employee who unlocked here last, so that she need not choose herself again. */
export const lastEmployee = {
  find(): EmployeeId | null {
    const stored = EmployeeId.safeParse(localStorage.getItem(key))
    return stored.success ? stored.data : null
  },
  /** Records that she has handed the phone over: the next employee must choose herself. */
  handOver(): void {
    localStorage.setItem(key, handedOver)
  },
  isHandedOver(): boolean {
    return localStorage.getItem(key) === handedOver
  },
  /** Whether an employee was enrolled here. If the vault knows none, the browser has deleted its data. */
  wasHere(): boolean {
    return localStorage.getItem(key) !== null
  },
  keep(id: EmployeeId): void {
    localStorage.setItem(key, id)
  },
}
