import type { FastifyRequest } from 'fastify'
import type { ImportQuery, ImportRefused } from '#contract/preview-import.ts'
import type { SectionId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { importReport } from '#text/nb/words/import-report.ts'
import { Refused } from '../../base/refused.ts'
import type { SignedIn } from '../../accounts/session-repository.ts'
import type { ImportRequest, ImportServices } from '../roster/import-ground.ts'
import { sectionZones } from '../roster/import-lists.ts'

/** The request as the import understands it; refuses who may not import to that section, or sent no file. */
export async function importRequest(
  { request, signedIn }: { request: FastifyRequest; signedIn: SignedIn },
  services: ImportServices,
  { section, fileName, mapping }: ImportQuery,
): Promise<ImportRequest> {
  const importer = await requireImporter(signedIn, services, section)
  if (!(request.body instanceof Uint8Array)) throw new Refused('unreadable')
  return { ...importer, section, fileName, bytes: request.body, mapping: mapping ?? null }
}

/** An administrator, or whoever leads the section and has all its zones: an import shows and changes them all. */
export async function requireImporter(
  signedIn: SignedIn,
  services: ImportServices,
  section: SectionId,
): Promise<Pick<ImportRequest, 'municipality' | 'importer'>> {
  const { municipality } = signedIn.scope
  const importer = { account: signedIn.accountId, role: signedIn.role }
  const zones = await sectionZones(services, { municipality, section, importer })
  if (zones === null) throw new Refused('notFound')
  const hasAll = zones.length > 0 && zones.every((zone) => signedIn.zones.includes(zone))
  if (signedIn.role !== 'administrator' && !hasAll) throw new Refused('notAllowed')
  return { municipality, importer }
}

export function importRefused(refusal: ImportRefusal): ImportRefused {
  return { kind: 'refused', reason: refusal.kind, text: importReport.refusal(refusal) }
}
