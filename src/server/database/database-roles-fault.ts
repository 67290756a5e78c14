/**
 * The database is not as the server must find it, and nothing starts. `owner`: its address names a role that owns tables or
 * stands above the policies. `unprepared`: the login roles are missing, or may do nothing here. `behind`: migrations are missing.
 */
export class DatabaseRolesFault extends Error {
  readonly kind: 'owner' | 'unprepared' | 'behind'

  constructor(kind: DatabaseRolesFault['kind'], cause?: unknown) {
    super(`The database cannot be used: ${kind}`, { cause })
    this.name = 'DatabaseRolesFault'
    this.kind = kind
  }
}
