import * as z from 'zod/mini'

/**
 * Why an entry waits for a person to look at it. copied: another phone has its number or its id. unsigned: its signatures do
 * not hold. unopened: it is sealed to a key that this server does not have. unreadable: it makes no sense to the server.
 */
export const CheckCause = z.enum(['copied', 'unsigned', 'unopened', 'unreadable'])
export type CheckCause = z.infer<typeof CheckCause>
