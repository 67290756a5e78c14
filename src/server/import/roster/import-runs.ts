import { sql } from 'kysely'
import * as z from 'zod/mini'
import {
  type EmployeeId,
  ImportRunId,
  type MunicipalityId,
  type PatientId,
  type SectionId,
  ZoneId,
} from '#domain/base/ids.ts'
import { ListTimes, type TimesByZone } from '#domain/roster/list-times.ts'
import type { Instant } from '#domain/time/instant.ts'
import { RosterRecord } from '#domain/roster/roster-record.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import type { ImportServices } from './import-services.ts'
import { saveAmendments } from './kept-amendments.ts'
import type { AmendmentRewrite } from './rewrite-amendments.ts'
import { type ImportTask, throwIfCancelled } from '../task/import-task.ts'

export type RunFigures = { people: number; added: number; changed: number; gone: number }

export type NewRun = {
  municipality: MunicipalityId
  section: SectionId
  fileName: string
  fileHash: string
  account: EmployeeId | null
  figures: RunFigures
  /** Everyone in the list who was known and changes, as she stood. */
  before: readonly RosterRecord[]
  /** Everyone in the list who is new or changes, as she will stand. */
  after: readonly RosterRecord[]
  /** Everyone who leaves a zone, as she stood there. */
  removed: readonly RosterRecord[]
  /** When the lists of the covered zones were made before this one. */
  times: readonly ZoneTimes[]
  /** What it writes anew of what staff signed since the list before it. */
  rewrites: (run: ImportRunId) => AmendmentRewrite[]
}

const ZoneTimes = z.extend(ListTimes, { zone: ZoneId })
type ZoneTimes = z.infer<typeof ZoneTimes>

/** What stood before is kept for so many imports of a section. */
const restorableRuns = 4
const batch = 250

/**
 * Writes down an import and what it replaces. Answers `repeated`, and writes nothing, for the newest file once more
 * when it would change nothing.
 */
export async function saveRun(
  transaction: DatabaseTransaction,
  { sources }: Pick<ImportServices, 'sources'>,
  run: NewRun,
  task: ImportTask,
): Promise<{ kind: 'saved' | 'repeated'; runId: ImportRunId; rewrites: AmendmentRewrite[] }> {
  const { added, changed, gone } = run.figures
  const newest = await findNewestRun(transaction, run.section)
  const runId = ImportRunId.parse(sources.newId())
  const rewrites = run.rewrites(runId)
  const touched = added + changed + gone + rewrites.length
  if (touched === 0 && newest?.fileHash === run.fileHash) {
    return { kind: 'repeated', runId: newest.runId, rewrites }
  }
  await transaction
    .insertInto('importRun')
    .values({
      municipalityId: run.municipality,
      runId,
      sectionId: run.section,
      number: (await lastNumber(transaction, run.section)) + 1,
      fileName: run.fileName,
      fileHash: run.fileHash,
      takenAt: sources.now(),
      takenById: run.account,
      figures: JSON.stringify(run.figures),
      listTimes: JSON.stringify(run.times),
      restoredAt: null,
    })
    .execute()
  const changes = changesOf(run)
  for (let from = 0; from < changes.length; from += batch) {
    throwIfCancelled(task)
    const part = changes.slice(from, from + batch)
    const before = part.map((one) => (one.before === null ? null : JSON.stringify(one.before)))
    await sql`
      insert into import_change (municipality_id, run_id, zone_id, patient_id, before)
      select ${run.municipality}::text, ${runId}::uuid, change.*
      from unnest(
        ${part.map(({ zoneId }) => zoneId)}::text[],
        ${part.map(({ patientId }) => patientId)}::uuid[],
        ${before}::jsonb[]) as change`.execute(transaction)
  }
  await saveAmendments(transaction, run.municipality, runId, rewrites)
  await deleteOldChanges(transaction, run.section)
  return { kind: 'saved', runId, rewrites }
}

async function lastNumber(transaction: DatabaseTransaction, section: SectionId): Promise<number> {
  const row = await transaction
    .selectFrom('importRun')
    .select('number')
    .where('sectionId', '=', section)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row?.number ?? 0
}

type Change = { zoneId: ZoneId; patientId: PatientId; before: RosterRecord | null }

/** One row for each zone that a patient was in or will be in. */
function changesOf({ before, after, removed }: NewRun): Change[] {
  const changes = new Map<string, Change>()
  for (const record of [...before, ...removed]) {
    const { zone, id } = record.patient
    changes.set(`${zone}/${id}`, { zoneId: zone, patientId: id, before: record })
  }
  for (const { patient } of after) {
    const place = `${patient.zone}/${patient.id}`
    if (changes.has(place)) continue
    changes.set(place, { zoneId: patient.zone, patientId: patient.id, before: null })
  }
  return [...changes.values()]
}

/** The newest import of a section that still holds. */
export async function findNewestRun(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<{ runId: ImportRunId; number: number; fileHash: string } | null> {
  const row = await transaction
    .selectFrom('importRun')
    .select(['runId', 'number', 'fileHash'])
    .where('sectionId', '=', section)
    .where('restoredAt', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** A run of a section; `times` are those of its zones' lists before it. */
type FoundRun = {
  number: number
  fileName: string
  restoredAt: Instant | null
  times: TimesByZone
  /** False when what it replaced is not kept any more. */
  isRestorable: boolean
}

export async function findRun(
  transaction: DatabaseTransaction,
  section: SectionId,
  runId: ImportRunId,
): Promise<FoundRun | null> {
  const row = await transaction
    .selectFrom('importRun')
    .select(['number', 'fileName', 'restoredAt', 'listTimes'])
    .where('sectionId', '=', section)
    .where('runId', '=', runId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { listTimes, ...run } = row
  const times = z.array(ZoneTimes).parse(listTimes)
  return {
    ...run,
    times: new Map(times.map(({ zone, ...before }) => [zone, before])),
    isRestorable: run.number > (await lastNumber(transaction, section)) - restorableRuns,
  }
}

/** Whether a run replaced anything: the first list of all found no list before it, and nobody. */
export async function hasReplaced(
  transaction: DatabaseTransaction,
  runId: ImportRunId,
  { times }: Pick<FoundRun, 'times'>,
): Promise<boolean> {
  if ([...times.values()].some(({ patients }) => patients !== null)) return true
  const row = await transaction
    .selectFrom('importChange')
    .select('patientId')
    .where('runId', '=', runId)
    .where('before', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function listChanges(
  transaction: DatabaseTransaction,
  runId: ImportRunId,
): Promise<Change[]> {
  const rows = await transaction
    .selectFrom('importChange')
    .select(['zoneId', 'patientId', 'before'])
    .where('runId', '=', runId)
    .execute()
  return rows.map(({ zoneId, patientId, before }) => ({
    zoneId,
    patientId,
    before: before === null ? null : RosterRecord.parse(before),
  }))
}

async function deleteOldChanges(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<void> {
  const old = await transaction
    .selectFrom('importRun')
    .select('runId')
    .where('sectionId', '=', section)
    .orderBy('number', 'desc')
    .offset(restorableRuns)
    .execute()
  if (old.length === 0) return
  const runIds = old.map(({ runId }) => runId)
  await transaction.deleteFrom('importChange').where('runId', 'in', runIds).execute()
  await transaction.deleteFrom('importAmendment').where('runId', 'in', runIds).execute()
}
