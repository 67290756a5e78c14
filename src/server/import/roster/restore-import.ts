import { countNewer } from '#domain/documents/newer-documents.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SectionRequest } from './import-request.ts'
import { lockSection, openSection } from './import-section.ts'
import type { ImportServices } from './import-services.ts'
import { findNewestRun, listChanges } from './import-runs.ts'
import { listRoster, writeRoster } from './roster-documents.ts'

/**
 * Puts back what the newest import of a section replaced. The first list ever replaced nothing, and is not undone:
 * an empty list helps nobody. Nor is one undone whose changes are no longer kept.
 */
export async function restoreImport(
  services: ImportServices,
  request: SectionRequest,
): Promise<Result<{ fileName: string; people: number }, ImportRefusal>> {
  const section = await openSection(services.db, request)
  if (!section.ok) return section
  const { municipality, id, ownZones, scope } = section.value
  return await withTenant(services.db, scope, async (transaction) => {
    await lockSection(transaction, id)
    const run = await findNewestRun(transaction, id)
    const changes = run === null ? [] : await listChanges(transaction, run.runId)
    const puts = changes.flatMap(({ before }) => before ?? [])
    // The first list of all found no list before it, and nobody.
    const isFirst = [...(run?.times.values() ?? [])].every(({ patients }) => patients === null)
    if (run === null || !run.isRestorable || (isFirst && puts.length === 0)) {
      return refused({ kind: 'nothingToRestore' })
    }
    const place = {
      streams: services.openStreams(transaction),
      municipality,
      world: services.world,
    }
    const standing = await listRoster(place, ownZones)
    const documents = countNewer(standing.newer)
    if (documents > 0) return refused({ kind: 'olderServer', documents })
    const now = services.sources.now()
    await transaction
      .updateTable('importRun')
      .set({ restoredAt: now })
      .where('runId', '=', run.runId)
      .execute()
    const removes = changes
      .filter(({ before }) => before === null)
      .map(({ zoneId, patientId }) => ({ zone: zoneId, id: patientId }))
    const times = { before: standing.times, after: new Map([...standing.times, ...run.times]) }
    await writeRoster(
      place,
      { puts, removes, standing: [], times },
      { hasher: services.hasher, now },
    )
    const after = new Set(
      standing.records
        .filter(({ patient }) => run.times.has(patient.zone))
        .map(({ patient }) => patient.id),
    )
    for (const { id } of removes) after.delete(id)
    for (const { patient } of puts) after.add(patient.id)
    return accepted({ fileName: run.fileName, people: after.size })
  })
}
