import * as z from 'zod/mini'
import { EmployeeId, ZoneId } from '../base/ids.ts'
import { Role } from '../base/role.ts'
import { Instant } from '../time/instant.ts'
import { LentZone, StandInPeriod } from './stand-in.ts'

/**
 * How the employee gets in. `password`: she has one. `code`: a one-time code waits for her. `none`: she can not sign
 * in before she gets a code.
 */
export const SignInState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password') }),
  z.object({ kind: z.literal('code'), hasPassword: z.boolean(), expiresAt: Instant }),
  z.object({ kind: z.literal('none') }),
])
export type SignInState = z.infer<typeof SignInState>

/** An account as those who keep accounts see it. */
export const Account = z.object({
  id: EmployeeId,
  username: z.string(),
  name: z.string(),
  title: z.string(),
  hprNumber: z.nullable(z.string()),
  role: Role,
  zones: z.array(ZoneId),
  closedAt: z.nullable(Instant),
  /** Null for one that is valid until it is closed; left out by an older server. */
  standIn: z.optional(z.nullable(StandInPeriod)),
  /** Beside `zones`, which she has for good. */
  lentZones: z.optional(z.array(LentZone)),
  signIn: SignInState,
  /** Newest use of a session or a phone; null when there was none. */
  lastUsedAt: z.nullable(Instant),
  /** Phones and PCs with keys of hers that have not been closed. */
  devices: z.int().check(z.nonnegative()),
  /** Whether whoever asks may change it. */
  mayChange: z.boolean(),
  /** Whether whoever asks may open it again, when its time alone has closed it. */
  mayExtend: z.optional(z.boolean()),
})
export type Account = z.infer<typeof Account>

/** For good and for a time, also those that have not begun: whoever changes an account has all of them. */
export function allZones({
  zones,
  lentZones = [],
}: Pick<Account, 'zones' | 'lentZones'>): ZoneId[] {
  return [...zones, ...lentZones.map(({ zone }) => zone)]
}
