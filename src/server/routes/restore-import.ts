import type { FastifyInstance } from 'fastify'
import {
  RestoreImport,
  restoreImportPath,
  type RestoreImportAnswer,
} from '#contract/restore-import.ts'
import { importRefused, requireImporter } from '../import/command/import-request.ts'
import { restoreImport } from '../import/roster/restore-import.ts'
import type { Services } from '../services.ts'

/** Puts back the list that a section's newest import replaced. */
export function restoreImportRoute(server: FastifyInstance, services: Services): void {
  server.post(restoreImportPath, async (request): Promise<RestoreImportAnswer> => {
    const { section } = RestoreImport.parse(request.body)
    const { municipality, importer } = await requireImporter(request)
    const restored = await restoreImport(services.imports, { municipality, section, importer })
    if (!restored.ok) return importRefused(restored.refusal)
    return { kind: 'restored', ...restored.value }
  })
}
