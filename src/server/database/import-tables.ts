import type { ColumnType } from 'kysely'
import type {
  EmployeeId,
  EntryId,
  ImportRunId,
  KeyId,
  MunicipalityId,
  PatientId,
  SectionId,
  ZoneId,
} from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'

/** JSON that is written as text and read as a value that must still be parsed. */
type Json = ColumnType<unknown, string, string>

export type ImportTables = {
  /** A completed import. Nothing in it names a patient. */
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
    /** When the covered zones' lists were made before it, for its restoration. */
    listTimes: Json
    restoredAt: Instant | null
  }
  /** A zone's data before an import changed it; `before` is null for a patient who was not there. */
  importChange: {
    municipalityId: MunicipalityId
    runId: ImportRunId
    zoneId: ZoneId
    patientId: PatientId
    before: ColumnType<unknown, string | null, never>
  }
  /** An amendment as it stood before an import settled or moved it; `zoneAfter` is where the import has put it. */
  importAmendment: {
    municipalityId: MunicipalityId
    runId: ImportRunId
    zoneId: ZoneId
    kind: string
    entryId: EntryId
    before: ColumnType<unknown, string, never>
    zoneAfter: ZoneId
  }
  /**
   * The id of each patient, also of those who have left the lists or moved to another section. The keys are hashes,
   * because the table is the whole municipality's and not everybody may know who is in it.
   */
  patientIdentity: {
    municipalityId: MunicipalityId
    keyHash: string
    /** The key of the server's that the hash is made with; null for one of an earlier version, which is replaced at the start. */
    keyId: KeyId | null
    patientId: PatientId
  }
  /** How a section's lists are read under one heading, as a leader has said. */
  columnAnswer: {
    municipalityId: MunicipalityId
    sectionId: SectionId
    foldedHeading: string
    heading: string
    readAs: string
    answeredAt: Instant
    answeredById: EmployeeId | null
  }
  columnMapping: { municipalityId: MunicipalityId; name: string; columns: Json }
}
