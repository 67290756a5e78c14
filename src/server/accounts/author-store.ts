import type { DeviceId, EmployeeId } from '#domain/base/ids.ts'
import type { AuthorRights } from '#domain/entries/author-rights.ts'
import type { Author } from '#domain/base/author.ts'

export type KnownAuthor = {
  /** As her account names her. */
  author: Author
  rights: AuthorRights
}

/** Finds who wrote an entry on a device, and what she may. */
export interface AuthorStore {
  /** Null for an employee without an account here. */
  findAuthor(employeeId: EmployeeId, deviceId: DeviceId): Promise<KnownAuthor | null>
}
