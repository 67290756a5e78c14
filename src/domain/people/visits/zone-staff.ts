import * as z from 'zod/mini'
import { EmployeeId, ZoneId } from '../../base/ids.ts'
import { Role } from '../../base/role.ts'

/** Who works in a zone, and can be given its visits: class `people` (`zoneStaff@1`), one a zone. No numbers of theirs. */
export const ZoneStaff = z.object({
  zone: ZoneId,
  staff: z.array(
    z.object({ employeeId: EmployeeId, name: z.string(), title: z.string(), role: Role }),
  ),
})
export type ZoneStaff = z.infer<typeof ZoneStaff>

export function zoneStaffId({ zone }: Pick<ZoneStaff, 'zone'>): string {
  return `zone-staff-${zone}`
}
