import type { FastifyRequest } from 'fastify'
import type { ImportQuery, ImportRefused } from '#contract/preview-import.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { Refused } from '../../base/refused.ts'
import { requireSession } from '../../http/request-session.ts'
import type { ImportRequest, SectionRequest } from '../roster/import-request.ts'

/** The request as the import understands it; refuses whoever is no leader, or sent no file. */
export async function importRequest(
  request: FastifyRequest,
  { section, fileName, mapping }: ImportQuery,
): Promise<ImportRequest> {
  const importer = await requireImporter(request)
  if (!(request.body instanceof Uint8Array)) throw new Refused('unreadable')
  return { ...importer, section, fileName, bytes: request.body, mapping: mapping ?? null }
}

/** Somebody whose role lets her import; whether to this section is asked where it is looked up. */
export async function requireImporter(
  request: FastifyRequest,
): Promise<Pick<SectionRequest, 'municipality' | 'importer'>> {
  const { scope, accountId, role, zones } = await requireSession(
    request,
    'sectionLeader',
    'administrator',
  )
  return { municipality: scope.municipality, importer: { account: accountId, role, zones } }
}

export function importRefused(refusal: ImportRefusal): ImportRefused {
  if (refusal.kind === 'unknownSection') throw new Refused('notFound')
  return { kind: 'refused', reason: refusal.kind, text: importReport.refusal(refusal) }
}
