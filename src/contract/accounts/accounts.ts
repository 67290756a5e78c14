import * as z from 'zod/mini'
import { Account } from '#domain/accounts/account.ts'
import { HprNumber, PersonalName, Username } from '#domain/accounts/account-name.ts'
import { AccountRefusal } from '#domain/accounts/judge-account.ts'
import { StandInDays } from '#domain/accounts/stand-in.ts'
import { EmployeeId, ZoneId } from '#domain/base/ids.ts'
import { Role } from '#domain/base/role.ts'
import { Instant } from '#domain/time/instant.ts'

/** Everybody whom the employee who asks may see: an administrator all, a leader those of her zones. */
export const ListAccountsAnswer = z.object({ accounts: z.array(Account) })
export type ListAccountsAnswer = z.infer<typeof ListAccountsAnswer>

/** A one-time code, shown once: the server keeps its hash. */
export const SignInCode = z.object({
  account: EmployeeId,
  name: z.string(),
  username: z.string(),
  code: z.string(),
  expiresAt: Instant,
})
export type SignInCode = z.infer<typeof SignInCode>

export const AccountRefused = z.object({ kind: z.literal('refused'), refusal: AccountRefusal })

const fields = {
  name: PersonalName,
  title: z.string().check(z.trim(), z.maxLength(60)),
  hprNumber: z.nullable(HprNumber),
  role: Role,
  zones: z.array(ZoneId).check(z.maxLength(500)),
}

/** Makes an account without a password. Its owner gets in by the code of the answer. */
export const MakeAccount = z.object({
  username: z.nullable(Username),
  ...fields,
  /** The days of a stand-in; null or left out for an account that is valid until it is closed. */
  standIn: z.optional(z.nullable(StandInDays)),
})
export type MakeAccount = z.infer<typeof MakeAccount>

/** Changes what an account is called and what it may. A username stays. */
export const ChangeAccount = z.object({ account: EmployeeId, ...fields })
export type ChangeAccount = z.infer<typeof ChangeAccount>

/**
 * Closes an account: her sessions and codes end at once. abuse: nothing that was received from `since` on is believed. What
 * she has written is stored in either case.
 */
export const CloseAccount = z.object({
  account: EmployeeId,
  reason: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('left') }),
    z.object({ kind: z.literal('abuse'), since: Instant }),
  ]),
})
export type CloseAccount = z.infer<typeof CloseAccount>

/** For how long an account or a zone is valid: for good, for these days, or not from now on. */
export const StandInChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), ...StandInDays.shape }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('permanent') }),
])
export type StandInChange = z.infer<typeof StandInChange>

/** Makes an account a stand-in's, extends it or ends it. One that its time alone has closed is open again. */
export const SaveStandIn = z.object({ account: EmployeeId, change: StandInChange })
export type SaveStandIn = z.infer<typeof SaveStandIn>

/** Gives an account a zone for a time beside its own, extends that or ends it. */
export const LendZone = z.object({
  account: EmployeeId,
  zone: ZoneId,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('days'), ...StandInDays.shape }),
    z.object({ kind: z.literal('ended') }),
  ]),
})
export type LendZone = z.infer<typeof LendZone>

/** For a new employee, or one who has forgotten her password and stands before the one who asks. */
export const IssueSignInCode = z.object({ account: EmployeeId })
export type IssueSignInCode = z.infer<typeof IssueSignInCode>

/** How an account stands after it was made, changed or closed; `code` where one was made. */
export const SaveAccountAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), account: Account, code: z.nullable(SignInCode) }),
  AccountRefused,
])
export type SaveAccountAnswer = z.infer<typeof SaveAccountAnswer>
