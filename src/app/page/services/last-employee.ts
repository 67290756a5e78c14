import { EmployeeId } from '#domain/base/ids.ts'

const key = 'beredt.employee'
const handedOver = 'handed-over'

/** Who unlocked here last, by id alone, so that she need not choose herself again. */
export const lastEmployee = {
  find(): EmployeeId | null {
    const stored = EmployeeId.safeParse(localStorage.getItem(key))
    return stored.success ? stored.data : null
  },
  /** She has handed the phone over: whoever holds it is to say who she is. */
  handOver(): void {
    localStorage.setItem(key, handedOver)
  },
  isHandedOver(): boolean {
    return localStorage.getItem(key) === handedOver
  },
  /** Somebody has been enrolled here: when the vault knows nobody, what lay here is gone. */
  wasHere(): boolean {
    return localStorage.getItem(key) !== null
  },
  keep(id: EmployeeId): void {
    localStorage.setItem(key, id)
  },
}
