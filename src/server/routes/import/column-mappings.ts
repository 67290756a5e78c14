import { SavedColumnMapping, type ColumnMappings } from '#contract/imports/column-mappings.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import type { Database } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'

/** Lists the municipality's own column mappings, by name. */
export function listColumnMappingsRoute({ db }: { db: Database }): SignedInHandler {
  return async ({ signedIn: { scope } }): Promise<ColumnMappings> => {
    const rows = await withTenant(db, scope, (transaction) =>
      transaction.selectFrom('columnMapping').select(['name', 'columns']).orderBy('name').execute(),
    )
    return {
      mappings: rows.map(({ name, columns }) => ({ name, columns: ColumnMapping.parse(columns) })),
    }
  }
}

/** Saves a column mapping, and replaces one of the same name. */
export function saveColumnMappingRoute({ db }: { db: Database }): SignedInHandler {
  return async ({ request, signedIn: { scope } }): Promise<SavedColumnMapping> => {
    const saved = SavedColumnMapping.parse(request.body)
    const columns = JSON.stringify(saved.columns)
    await withTenant(db, scope, (transaction) =>
      transaction
        .insertInto('columnMapping')
        .values({ municipalityId: scope.municipality, name: saved.name, columns })
        .onConflict((known) => known.columns(['municipalityId', 'name']).doUpdateSet({ columns }))
        .execute(),
    )
    return saved
  }
}
