import { TakeImportQuery, type TakeImportAnswer } from '#contract/take-import.ts'
import { takeImport } from '../../import/roster/import-lists.ts'
import { sinceListOf } from '../../import/command/describe-import.ts'
import { importRefused, importRequest } from '../../import/command/import-request.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'

/** Imports what a preview showed: the same file into the same roster, or nothing. */
export function takeImportRoute(imports: ImportServices): SignedInHandler {
  return async (call): Promise<TakeImportAnswer> => {
    const query = TakeImportQuery.parse(call.request.query)
    const file = importRequest(call, query)
    const taken = await takeImport(imports, file, {
      preview: query.preview,
      accept: {
        newZones: query.acceptNewZones === 'yes' ? 'accepted' : 'asked',
        shrink: query.acceptShrink === 'yes' ? 'accepted' : 'asked',
      },
    })
    if (!taken.ok) return importRefused(taken.refusal)
    const { refusal, run, list, plan, judged } = taken.value
    if (refusal !== null) return importRefused(refusal)
    return {
      kind: 'taken',
      run,
      people: list.people.length,
      added: plan.added.length,
      changed: plan.changed.length,
      gone: plan.gone.length,
      sinceList: sinceListOf(judged),
    }
  }
}
