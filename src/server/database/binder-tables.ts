import type { ColumnType } from 'kysely'
import type { DocumentVersions } from '#domain/binder/binder.ts'
import type { EmployeeId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { World } from '#domain/base/world.ts'

/** The log of print-outs. Rows are added and never changed. */
export type BinderTables = {
  binderCopy: {
    municipalityId: MunicipalityId
    world: World
    zoneId: ZoneId
    /** 1, 2, 3 … within its zone and world, without gaps: a missing number is a missing binder. */
    copy: number
    /** Null for the nightly job. */
    printedById: EmployeeId | null
    printedBy: string
    printedAt: Instant
    reason: string
    asOf: Instant | null
    hash: string
    pages: number
    patients: number
    /** The copy that this one has replacement pages for; null for a whole binder. */
    replaces: number | null
    versions: ColumnType<DocumentVersions, string, never>
  }
}
