import type { ColumnType } from 'kysely'
import type {
  EmployeeId,
  ImportRunId,
  MunicipalityId,
  PatientId,
  SectionId,
  ZoneId,
} from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** JSON that goes in as text and comes out as a value still to be parsed. */
type Json = ColumnType<unknown, string, string>

export type ImportTables = {
  /** An import that was taken in. Nothing in it names a patient. */
  importRun: {
    municipalityId: MunicipalityId
    runId: ImportRunId
    sectionId: SectionId
    /** 1, 2, 3 … within its section. */
    number: number
    fileName: string
    fileHash: string
    takenAt: Instant
    /** Null for the import command. */
    takenById: EmployeeId | null
    figures: Json
    restoredAt: Instant | null
  }
  /** What stood in a zone before an import touched it; `before` is null for who was not there. */
  importChange: {
    municipalityId: MunicipalityId
    runId: ImportRunId
    zoneId: ZoneId
    patientId: PatientId
    before: ColumnType<unknown, string | null, never>
  }
  /**
   * Which id a patient has had, also one who has left the lists or lives in another section. The keys are hashes:
   * the table is the whole municipality's, and who is in it is not everybody's to read.
   */
  patientIdentity: { municipalityId: MunicipalityId; keyHash: string; patientId: PatientId }
  columnMapping: { municipalityId: MunicipalityId; name: string; columns: Json }
}
