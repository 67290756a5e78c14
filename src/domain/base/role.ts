import * as z from 'zod/mini'

/** What an employee may do. Her zones, which say where, are a field of their own. */
export const Role = z.enum(['nurse', 'shiftLead', 'sectionLeader', 'hdu', 'administrator'])
export type Role = z.infer<typeof Role>
