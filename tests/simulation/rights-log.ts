import type { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import type { AuthorRights, Span } from '#domain/entries/author-rights.ts'
import type { Role } from '#domain/base/role.ts'
import { Instant } from '#domain/time/instant.ts'
import type { AuthorStore } from '#server/accounts/author-store.ts'

const epoch = Instant.parse('1970-01-01T00:00:00.000Z')

type HeldZone = Span & { zone: ZoneId }

/** Who had which zone when: what the server's accounts say, and the judge of what the projection made of it. */
export type RightsLog = AuthorStore & {
  /** A section leader from the beginning; all others are nurses. */
  makeLeader(employee: EmployeeId): void
  isLeader(employee: EmployeeId): boolean
  roleOf(employee: EmployeeId): Role
  /** From now on the employee has these zones and no others. */
  give(employee: EmployeeId, zones: readonly ZoneId[], at: Instant): void
  hadAt(employee: EmployeeId, zone: ZoneId, at: Instant): boolean
  everHadBefore(employee: EmployeeId, zone: ZoneId, at: Instant): boolean
  /**
   * Her phone heard at `contact` that she has the zone no more: every time that began until `receipt` had ended by then.
   * A time that began and ended after the contact is one that the phone never heard of, in either direction.
   */
  hadHeardOfEnd(employee: EmployeeId, zone: ZoneId, contact: Instant, receipt: Instant): boolean
}

export function createRightsLog(): RightsLog {
  const leaders = new Set<EmployeeId>()
  const roleOf = (employee: EmployeeId): Role => (leaders.has(employee) ? 'sectionLeader' : 'nurse')
  const zonesByEmployee = new Map<EmployeeId, HeldZone[]>()
  const spansOf = (employee: EmployeeId, zone: ZoneId): HeldZone[] =>
    (zonesByEmployee.get(employee) ?? []).filter((held) => held.zone === zone)

  return {
    makeLeader: (employee) => void leaders.add(employee),
    isLeader: (employee) => leaders.has(employee),
    roleOf,
    give(employee, zones, at) {
      const before = zonesByEmployee.get(employee) ?? []
      const kept = before.map((held) =>
        held.to === null && !zones.includes(held.zone) ? { ...held, to: at } : held,
      )
      const added = zones
        .filter((zone) => !before.some((held) => held.zone === zone && held.to === null))
        .map((zone) => ({ zone, from: at, to: null }))
      zonesByEmployee.set(employee, [...kept, ...added])
    },
    hadAt: (employee, zone, at) =>
      spansOf(employee, zone).some(({ from, to }) => from <= at && (to === null || to > at)),
    hadHeardOfEnd: (employee, zone, contact, receipt) =>
      spansOf(employee, zone).every(
        ({ from, to }) => from > receipt || (to !== null && to <= contact),
      ),
    everHadBefore: (employee, zone, at) => spansOf(employee, zone).some(({ from }) => from <= at),
    findAuthor(employeeId) {
      const rights: AuthorRights = {
        roles: [{ role: roleOf(employeeId), from: epoch, to: null }],
        zones: zonesByEmployee.get(employeeId) ?? [],
        accountClosed: null,
        deviceClosed: null,
      }
      const author = { employeeId, name: 'Kari', title: null, hprNumber: null }
      return Promise.resolve({ author, rights })
    },
  }
}
