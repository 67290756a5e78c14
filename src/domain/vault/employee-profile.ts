import * as z from 'zod/mini'
import { ZoneId } from '../base/ids.ts'
import { Role } from '../base/role.ts'
import { ZoneName } from '../roster/zone-name.ts'
import { Author } from '../base/author.ts'

/** What the device must know about its employee without network. It is sealed under her key. */
export const EmployeeProfile = z.object({
  author: Author,
  /** What she signs in with; missing in a profile that was stored before it was kept. */
  username: z.optional(z.string()),
  role: Role,
  zones: z.array(z.object({ id: ZoneId, name: ZoneName })),
})
export type EmployeeProfile = z.infer<typeof EmployeeProfile>
