import { RestoreImport, type RestoreImportAnswer } from '#contract/imports/restore-import.ts'
import { importRefused, importerOf } from '../../import/command/import-request.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'
import { restoreImport } from '../../import/roster/restore-import.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'

/** Restores the list that a section's newest import replaced. Safe to repeat. */
export function restoreImportRoute(imports: ImportServices): SignedInHandler {
  return async ({ request, signedIn }): Promise<RestoreImportAnswer> => {
    const { section, run } = RestoreImport.parse(request.body)
    const restored = await restoreImport(imports, { ...importerOf(signedIn), section }, run)
    if (!restored.ok) return importRefused(restored.refusal)
    return { kind: 'restored', ...restored.value }
  }
}
