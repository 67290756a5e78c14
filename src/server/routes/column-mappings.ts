import type { FastifyInstance } from 'fastify'
import {
  columnMappingsPath,
  SavedColumnMapping,
  type ColumnMappings,
} from '#contract/column-mappings.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import { withTenant } from '../database/with-tenant.ts'
import { requireSession } from '../http/request-session.ts'
import type { Services } from '../services.ts'

/** The municipality's own readings of headings, by name; saving one of the same name replaces it. */
export function columnMappingsRoute(server: FastifyInstance, { db }: Services): void {
  server.get(columnMappingsPath, async (request): Promise<ColumnMappings> => {
    const { scope } = await requireSession(request, 'sectionLeader', 'administrator')
    const rows = await withTenant(db, scope, (transaction) =>
      transaction.selectFrom('columnMapping').select(['name', 'columns']).orderBy('name').execute(),
    )
    return {
      mappings: rows.map(({ name, columns }) => ({ name, columns: ColumnMapping.parse(columns) })),
    }
  })
  server.put(columnMappingsPath, async (request): Promise<SavedColumnMapping> => {
    const saved = SavedColumnMapping.parse(request.body)
    const { scope } = await requireSession(request, 'sectionLeader', 'administrator')
    const columns = JSON.stringify(saved.columns)
    await withTenant(db, scope, (transaction) =>
      transaction
        .insertInto('columnMapping')
        .values({ municipalityId: scope.municipality, name: saved.name, columns })
        .onConflict((known) => known.columns(['municipalityId', 'name']).doUpdateSet({ columns }))
        .execute(),
    )
    return saved
  })
}
