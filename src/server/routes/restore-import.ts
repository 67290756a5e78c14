import { RestoreImport, type RestoreImportAnswer } from '#contract/restore-import.ts'
import { importRefused, requireImporter } from '../import/command/import-request.ts'
import type { ImportServices } from '../import/roster/import-ground.ts'
import { restoreImport } from '../import/roster/restore-import.ts'
import type { SignedInHandler } from '../http/serve-routes.ts'

/** Restores the list that a section's newest import replaced. */
export function restoreImportRoute(imports: ImportServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<RestoreImportAnswer> => {
    const { section } = RestoreImport.parse(request.body)
    const { municipality, importer } = await requireImporter(signedIn, imports, section)
    const restored = await restoreImport(imports, { municipality, section, importer })
    if (!restored.ok) return importRefused(restored.refusal)
    return { kind: 'restored', ...restored.value }
  }
}
