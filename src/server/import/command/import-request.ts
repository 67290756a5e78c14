import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { ImportQuery, ImportRefused } from '#contract/imports/preview-import.ts'
import { ZonePlacement } from '#domain/roster/zone-placement.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { Refused } from '../../base/refused.ts'
import type { SignedIn } from '../../accounts/session-repository.ts'
import type { ImportRequest, SectionRequest } from '../roster/import-request.ts'

/** The request as the import understands it; refuses one without a file. */
export function importRequest(
  { request, signedIn }: { request: FastifyRequest; signedIn: SignedIn },
  { section, fileName, mapping, zones }: ImportQuery,
): ImportRequest {
  if (!(request.body instanceof Uint8Array)) throw new Refused('unreadable')
  const { body: bytes } = request
  const placements = zones === undefined ? [] : placementsOf(zones)
  return { ...importerOf(signedIn), section, fileName, bytes, mapping: mapping ?? null, placements }
}

function placementsOf(text: string): ZonePlacement[] {
  try {
    return z.array(ZonePlacement).parse(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused('unreadable')
    throw error
  }
}

/** The employee who imports. Whether she may import to a section is checked where the section is looked up. */
export function importerOf({
  scope,
  accountId,
  role,
  zones,
}: SignedIn): Pick<SectionRequest, 'municipality' | 'importer'> {
  return { municipality: scope.municipality, importer: { account: accountId, role, zones } }
}

/** A section that is not there is no answer to a list but a wrong address. */
export function importRefused(refusal: ImportRefusal): ImportRefused {
  if (refusal.kind === 'unknownSection') throw new Refused('notFound')
  return { kind: 'refused', refusal }
}
