import { TakeImportQuery, type TakeImportAnswer } from '#contract/imports/take-import.ts'
import { takeImport } from '../../import/roster/import-lists.ts'
import { sinceListOf } from '../../import/command/describe-import.ts'
import { importRefused, importRequest } from '../../import/command/import-request.ts'
import { answerInLines } from '../../http/line-answers.ts'
import type { SignedInHandler } from '../../http/serve-routes.ts'
import type { ImportRequest } from '../../import/roster/import-request.ts'
import type { ImportServices } from '../../import/roster/import-services.ts'
import { type ImportTask, quietTask } from '../../import/task/import-task.ts'

/** Imports what a preview showed: the same file into the same roster, or nothing. */
export function takeImportRoute(imports: ImportServices): SignedInHandler {
  return async (call) => {
    const query = TakeImportQuery.parse(call.request.query)
    const file = importRequest(call, query)
    const answer = (task: ImportTask) => takeAnswer(imports, file, query, task)
    return query.progress === 'lines'
      ? await answerInLines(call, answer)
      : await answer(quietTask())
  }
}

async function takeAnswer(
  imports: ImportServices,
  file: ImportRequest,
  { preview, acceptNewZones, acceptShrink, columns }: TakeImportQuery,
  task: ImportTask,
): Promise<TakeImportAnswer> {
  const accept = {
    newZones: acceptNewZones === 'yes' ? 'accepted' : 'asked',
    shrink: acceptShrink === 'yes' ? 'accepted' : 'asked',
    // An older client has not seen the question, and could not answer it.
    columns: columns ?? 'accepted',
  } as const
  const taken = await takeImport(imports, file, { preview, accept }, task)
  if (!taken.ok) return importRefused(taken.refusal)
  const { refusal, run, list, plan, judged, holders } = taken.value
  if (refusal !== null) return importRefused(refusal)
  return {
    kind: 'taken',
    run,
    people: list.people.length,
    added: plan.added.length,
    changed: plan.changed.length,
    gone: plan.gone.length,
    sinceList: sinceListOf(judged),
    newZones: plan.newZones.map(({ name, people }, place) => ({
      zone: name,
      people,
      holders: holders[place]?.length ?? 0,
    })),
  }
}
