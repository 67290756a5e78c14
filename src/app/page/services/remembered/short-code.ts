import type { EmployeeId } from '#domain/base/ids.ts'

const key = (employee: EmployeeId) => `beredt.short-code.${employee}`

/** The fewest digits that a code may have. */
export const shortestCode = 6

/**
 * Whether an employee's code is of the shortest kind, so that it opens at its last digit. Of a longer one nothing is
 * kept: a copied profile must not say how long it is, nor a code be tried before it is whole.
 */
export const shortCode = {
  isHers(employee: EmployeeId): boolean {
    return localStorage.getItem(key(employee)) !== null
  },
  /** Called with a code that was right. */
  keep(employee: EmployeeId, code: string): void {
    if (/^\d+$/.test(code) && code.length === shortestCode) localStorage.setItem(key(employee), '6')
    else localStorage.removeItem(key(employee))
  },
}
