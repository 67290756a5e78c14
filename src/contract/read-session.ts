import * as z from 'zod/mini'
import { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { Role } from '#domain/base/role.ts'

/** The signed-in employee, and the zones that this employee works in. */
export const Session = z.object({
  municipality: z.object({ id: MunicipalityId, name: z.string() }),
  employee: z.object({
    id: EmployeeId,
    username: z.string(),
    name: z.string(),
    /** The title on the name badge: «Sykepleier». */
    title: z.string(),
    role: Role,
    hprNumber: z.nullable(z.string()),
  }),
  /** Sorted by name; empty for an administrator without zones. */
  zones: z.array(z.object({ id: ZoneId, name: ZoneName, section: SectionId })),
  sections: z.array(z.object({ id: SectionId, name: z.string() })),
})
export type Session = z.infer<typeof Session>
