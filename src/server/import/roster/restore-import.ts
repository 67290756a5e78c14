import type { ImportRunId } from '#domain/base/ids.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { countNewer } from '#domain/documents/newer-documents.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { listAmendments } from '../../amendments/read-amendments.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { formerPatientWrites } from './former-patients.ts'
import { quietTask } from '../task/import-task.ts'
import type { SectionRequest } from './import-request.ts'
import { lockSection, openSection } from './import-section.ts'
import type { ImportServices } from './import-services.ts'
import { findNewestRun, findRun, listChanges } from './import-runs.ts'
import { restoredAmendments } from './restore-amendments.ts'
import { listRoster, writeRoster } from './roster-documents.ts'

/**
 * Restores what an import replaced, as long as no newer one holds. An import that was undone before is answered as
 * it was then, and nothing is written. The first list ever replaced nothing, and is not undone: an empty list helps
 * nobody.
 */
export async function restoreImport(
  services: ImportServices,
  request: SectionRequest,
  runId: ImportRunId,
): Promise<Result<{ fileName: string; people: number }, ImportRefusal>> {
  const section = await openSection(services.db, request)
  if (!section.ok) return section
  const { municipality, id, ownZones, scope } = section.value
  return await withTenant(services.db, scope, async (transaction) => {
    await lockSection(transaction, section.value)
    const run = await findRun(transaction, id, runId)
    if (run === null) return refused({ kind: 'nothingToRestore' })
    const newest = await findNewestRun(transaction, id)
    if (newest !== null && newest.number > run.number) return refused({ kind: 'newerImport' })
    const changes = await listChanges(transaction, runId)
    const puts = changes.flatMap(({ before }) => before ?? [])
    // The first list of all found no list before it, and nobody.
    const isFirst = [...run.times.values()].every(({ patients }) => patients === null)
    if (!run.isRestorable || (isFirst && puts.length === 0)) {
      return refused({ kind: 'nothingToRestore' })
    }
    const place = {
      streams: services.openStreams(transaction),
      municipality,
      world: services.world,
    }
    const standing = await listRoster(place, ownZones)
    const signed = await listAmendments(place, ownZones)
    const documents = countNewer({ ...standing.newer, ...signed.newer })
    if (documents > 0) return refused({ kind: 'olderServer', documents })
    const people = new Set(
      standing.records
        .filter(({ patient }) => run.times.has(patient.zone))
        .map(({ patient }) => patient.id),
    )
    if (run.restoredAt !== null) return accepted({ fileName: run.fileName, people: people.size })
    const now = services.sources.now()
    await transaction
      .updateTable('importRun')
      .set({ restoredAt: now })
      .where('runId', '=', runId)
      .execute()
    const removes = changes
      .filter(({ before }) => before === null)
      .map(({ zoneId, patientId }) => ({ zone: zoneId, id: patientId }))
    const times = { before: standing.times, after: new Map([...standing.times, ...run.times]) }
    const zoneById = new Map(puts.map(({ patient }) => [patient.id, patient.zone]))
    const left = standing.records.filter(({ patient }) =>
      removes.some(({ zone, id }) => zone === patient.zone && id === patient.id),
    )
    const former = {
      left: left.map(({ patient }) => patient),
      returned: puts.map(({ patient }) => patient),
    }
    const amendments = await restoredAmendments(
      transaction,
      runId,
      signed.documents,
      (patientId) => zoneById.get(patientId) ?? null,
    )
    const others = [...amendments, ...formerPatientWrites(former, now)]
    await writeRoster(
      place,
      { puts, removes, standing: [], times, others },
      { hasher: services.hasher, now },
      quietTask(),
    )
    for (const { id } of removes) people.delete(id)
    for (const { patient } of puts) people.add(patient.id)
    return accepted({ fileName: run.fileName, people: people.size })
  })
}
