import type { FastifyInstance } from 'fastify'
import { mostImportMegabytes } from '#contract/preview-import.ts'
import { takeImportPath, TakeImportQuery, type TakeImportAnswer } from '#contract/take-import.ts'
import { takeImport } from '../import/roster/import-lists.ts'
import { importRefused, importRequest } from '../import/command/import-request.ts'
import type { Services } from '../services.ts'

/** Takes in what a preview showed: the same file, over the same roster, or nothing. */
export function takeImportRoute(server: FastifyInstance, services: Services): void {
  const options = { bodyLimit: mostImportMegabytes * 1024 * 1024 }
  server.post(takeImportPath, options, async (request): Promise<TakeImportAnswer> => {
    const query = TakeImportQuery.parse(request.query)
    const asked = await importRequest(request, query)
    const taken = await takeImport(services.imports, asked, {
      preview: query.preview,
      accept: {
        newZones: query.acceptNewZones === 'yes' ? 'accepted' : 'asked',
        shrink: query.acceptShrink === 'yes' ? 'accepted' : 'asked',
      },
    })
    if (!taken.ok) return importRefused(taken.refusal)
    const { refusal, list, plan } = taken.value
    if (refusal !== null) return importRefused(refusal)
    return {
      kind: 'taken',
      people: list.people.length,
      added: plan.added.length,
      changed: plan.changed.length,
      gone: plan.gone.length,
    }
  })
}
