import type { EmployeeId, MunicipalityId, SectionId, ZoneId } from '#domain/base/ids.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import type { Role } from '#domain/base/role.ts'

/**
 * The employee who imports, her role for the database, and her zones; null for the import command, which is the
 * server itself.
 */
export type Importer = { account: EmployeeId; role: Role; zones: readonly ZoneId[] } | null

/** The section that somebody imports to or restores. */
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
  /** Where people of zones go that the section does not have. */
  placements: readonly ZonePlacement[]
}
