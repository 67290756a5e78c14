import { ImportQuery, type PreviewImportAnswer } from '#contract/preview-import.ts'
import { describeImport } from '../../import/command/describe-import.ts'
import { importRefused, importRequest } from '../../import/command/import-request.ts'
import { previewImport } from '../../import/roster/import-lists.ts'
import { planRefusal } from '../../import/roster/plan-import.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'

/** Answers what a list would change. The body is the file, and nothing of it is stored. */
export function previewImportRoute(imports: ImportServices): SignedInHandler {
  return async (call): Promise<PreviewImportAnswer> => {
    const query = ImportQuery.parse(call.request.query)
    const file = importRequest(call, query)
    const prepared = await previewImport(imports, file)
    if (!prepared.ok) return importRefused(prepared.refusal)
    const { plan, zones, preview } = prepared.value
    // The preview asks the questions; a list that no answer can make acceptable is refused at once.
    const refusal = planRefusal(plan, { newZones: 'accepted', shrink: 'accepted' })
    if (refusal !== null && refusal.kind !== 'noPeople') return importRefused(refusal)
    return { kind: 'preview', preview, ...describeImport(prepared.value, zones) }
  }
}
