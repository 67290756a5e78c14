import type { EmployeeId } from '#domain/base/ids.ts'
import { employeeKey as key, handedOver } from './employee-mark.ts'

/**
 * Who unlocked here last, for the page that has not reached the vault yet. The vault knows it surely: what is stored here
 * may be lost with the power.
 */
export const lastEmployee = {
  /** Records that she has handed the phone over. */
  handOver(): void {
    localStorage.setItem(key, handedOver)
  },
  /** Whether an employee was enrolled here. If the vault knows none, the browser has deleted its data. */
  wasHere(): boolean {
    return localStorage.getItem(key) !== null
  },
  keep(id: EmployeeId): void {
    localStorage.setItem(key, id)
  },
}
