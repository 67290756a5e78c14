import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'

export type SignedIn =
  | { kind: 'signedIn'; profile: EmployeeProfile }
  | { kind: 'nobody' }
  /** The server was not reached. */
  | { kind: 'unknown' }
