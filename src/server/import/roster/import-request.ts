import type { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/role.ts'

/**
 * Who imports, in which role the database lets her, and the zones that are hers; null for the import command, which
 * is the server itself.
 */
export type Importer = { account: EmployeeId; role: Role; zones: readonly ZoneId[] } | null

/** For which section somebody imports or restores. */
export type SectionRequest = {
  municipality: MunicipalityId
  section: SectionId
  importer: Importer
}

export type ImportRequest = SectionRequest & {
  fileName: string
  bytes: Uint8Array
  /** The name of a saved column mapping; null for our own reading. */
  mapping: string | null
}
