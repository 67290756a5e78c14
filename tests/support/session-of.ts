import type { Session } from '#app/online/api.ts'
import { MunicipalityId, SectionId } from '#domain/base/ids.ts'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'

/** What the server says of who is signed in, when that is the employee of a profile. */
export function sessionOf({ author, role, zones }: EmployeeProfile): Session {
  const section = { id: SectionId.parse('nord'), name: 'Nord' }
  return {
    municipality: { id: MunicipalityId.parse('demo'), name: 'Demo kommune' },
    employee: {
      id: author.employeeId,
      username: 'kari',
      name: author.name,
      title: author.title ?? '',
      role,
      hprNumber: null,
    },
    zones: zones.map((zone) => ({ ...zone, section: section.id })),
    sections: [section],
  }
}
