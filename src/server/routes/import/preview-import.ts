import { ImportQuery, type PreviewImportAnswer } from '#contract/imports/preview-import.ts'
import { describeImport } from '../../import/command/describe-import.ts'
import { importRefused, importRequest } from '../../import/command/import-request.ts'
import { previewImport } from '../../import/roster/import-lists.ts'
import { planRefusal } from '../../import/roster/plan-import.ts'
import { answerInLines } from '../../http/line-answers.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import type { ImportRequest } from '../../import/roster/import-request.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'
import { type ImportTask, quietTask } from '../../import/task/import-task.ts'

/** Answers what a list would change. The body is the file, and nothing of it is stored. */
export function previewImportRoute(imports: ImportServices): SignedInHandler {
  return async (call) => {
    const query = ImportQuery.parse(call.request.query)
    const file = importRequest(call, query)
    const answer = (task: ImportTask) => previewAnswer(imports, file, task)
    return query.progress === 'lines'
      ? await answerInLines(call, answer)
      : await answer(quietTask())
  }
}

async function previewAnswer(
  imports: ImportServices,
  file: ImportRequest,
  task: ImportTask,
): Promise<PreviewImportAnswer> {
  const prepared = await previewImport(imports, file, task)
  if (!prepared.ok) return importRefused(prepared.refusal)
  const { plan, zones, preview } = prepared.value
  // The preview asks the questions; a list that no answer can make acceptable is refused at once.
  const refusal = planRefusal(plan, { newZones: 'accepted', shrink: 'accepted' })
  if (refusal !== null && refusal.kind !== 'noPeople') return importRefused(refusal)
  return { kind: 'preview', preview, ...(await describeImport(prepared.value, zones, task)) }
}
