import type { FastifyInstance } from 'fastify'
import {
  importContentType,
  ImportQuery,
  mostImportMegabytes,
  previewImportPath,
  type PreviewImportAnswer,
} from '#contract/preview-import.ts'
import { describeImport } from '../import/command/describe-import.ts'
import { importRefused, importRequest } from '../import/command/import-request.ts'
import { previewImport } from '../import/roster/import-lists.ts'
import { planRefusal } from '../import/roster/plan-import.ts'
import type { Services } from '../services.ts'

/** What a list would change. The body is the file, and nothing of it is kept. */
export function previewImportRoute(server: FastifyInstance, services: Services): void {
  const options = { bodyLimit: mostImportMegabytes * 1024 * 1024 }
  server.post(previewImportPath, options, async (request): Promise<PreviewImportAnswer> => {
    const query = ImportQuery.parse(request.query)
    const asked = await importRequest(request, query)
    const prepared = await previewImport(services.imports, asked)
    if (!prepared.ok) return importRefused(prepared.refusal)
    const { list, plan, zones, preview } = prepared.value
    // Questions are asked in the preview; what no answer can mend is refused at once.
    const refusal = planRefusal(plan, { newZones: 'accepted', shrink: 'accepted' })
    if (refusal !== null && refusal.kind !== 'noPeople') return importRefused(refusal)
    return { kind: 'preview', preview, ...describeImport(list, plan, zones) }
  })
}

/** Lets a route take a file as bytes, whatever is in it. */
export function registerImportBodies(server: FastifyInstance): void {
  server.addContentTypeParser(importContentType, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
}
