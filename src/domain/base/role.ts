import * as z from 'zod/mini'

/** What an employee may do; which zones she may do it in stands beside it. */
export const Role = z.enum(['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator'])
export type Role = z.infer<typeof Role>
