import * as z from 'zod/mini'
import { EmployeeId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'

/** An employee of a phone who has no access any more, and since when: her account was closed, or its time is over. */
export const ClosedEmployee = z.object({ employee: EmployeeId, at: Instant })
export type ClosedEmployee = z.infer<typeof ClosedEmployee>
