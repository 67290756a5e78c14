import type { EmployeeId } from '#domain/base/ids.ts'
import type { LocalDate } from '#domain/time/instant.ts'
import type { ShiftPart, WorkList } from '#domain/lists/work-list.ts'

const key = (employee: EmployeeId) => `beredt.my-list.${employee}`

/** The shift that somebody is on: on the next one she chooses anew. */
export type OwnShift = { on: LocalDate; part: ShiftPart }

/** Which work list an employee has said is hers on this shift. */
export const myList = {
  find(employee: EmployeeId, shift: OwnShift): WorkList['id'] | null {
    const stored = localStorage.getItem(key(employee))
    const of = `${shift.on} ${shift.part} `
    return stored?.startsWith(of) === true ? stored.slice(of.length) : null
  },
  keep(employee: EmployeeId, shift: OwnShift, list: WorkList['id']): void {
    localStorage.setItem(key(employee), `${shift.on} ${shift.part} ${list}`)
  },
}
