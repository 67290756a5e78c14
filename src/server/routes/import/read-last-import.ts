import { type LastImportAnswer, LastImportQuery } from '#contract/imports/last-import.ts'
import { Refused } from '../../base/refused.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import { importerOf } from '../../import/command/import-request.ts'
import { openSection } from '../../import/roster/import-section.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'
import { findLastImport } from '../../import/roster/last-import.ts'

/** Answers which list stands in a section, to whoever may import to it. */
export function readLastImportRoute({ db }: ImportServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<LastImportAnswer> => {
    const { section } = LastImportQuery.parse(request.query)
    const opened = await openSection(db, { ...importerOf(signedIn), section })
    if (!opened.ok) throw new Refused('notFound')
    const { scope } = opened.value
    const last = await withTenant(db, scope, (transaction) => findLastImport(transaction, section))
    return { last }
  }
}
