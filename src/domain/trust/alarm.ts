import * as z from 'zod/mini'

/**
 * What the administrator is alarmed of.
 *
 * restoredStream: a device had newer documents than the server, which was restored from an older copy.
 * unverifiedOpened: an employee opened documents that her device could not verify.
 */
export const AlarmKind = z.enum(['restoredStream', 'unverifiedOpened'])
export type AlarmKind = z.infer<typeof AlarmKind>
