import { SectionId, type MunicipalityId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { listMunicipalities } from '../../accounts/municipality-directory.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { previewImport, takeImport, type AcceptedQuestions } from '../roster/import-lists.ts'
import type { ImportRequest } from '../roster/import-request.ts'
import { hasSection } from '../roster/import-section.ts'
import type { ImportServices } from '../roster/import-services.ts'
import { columnRefusal, planRefusal } from '../roster/plan-import.ts'
import type { PreparedImport } from '../roster/prepare-import.ts'
import { quietTask } from '../task/import-task.ts'
import { describeImport } from './describe-import.ts'
import { answerOf, outcomeWithoutList, type ImportOutcome } from './import-outcome.ts'
import type { ImportOptions } from './import-options.ts'

export async function runImport(
  services: ImportServices,
  options: ImportOptions,
  bytes: Uint8Array,
): Promise<ImportOutcome> {
  const municipality = await findMunicipalityOf(services, options)
  if (municipality === null) {
    return outcomeWithoutList(options, { kind: 'unknownSection', section: options.section })
  }
  const request: ImportRequest = {
    municipality,
    section: SectionId.parse(options.section),
    fileName: options.file.split(/[\\/]/).at(-1) ?? options.file,
    bytes,
    mapping: options.mapping,
    placements: [],
    importer: null,
  }
  const read = await carryOut(services, request, options)
  if (!read.ok) {
    return outcomeWithoutList(options, read.refusal)
  }
  const { prepared, refusal } = read
  const description = await describeImport(prepared, prepared.zones, quietTask())
  const taken = options.mode === 'take' && refusal === null
  return {
    exitCode: refusal === null ? 0 : 1,
    answer: answerOf(options, description, refusal, taken),
    refusal,
    description,
  }
}

type Read =
  | { ok: true; prepared: PreparedImport; refusal: ImportRefusal | null }
  | { ok: false; refusal: ImportRefusal }

async function carryOut(
  services: ImportServices,
  request: ImportRequest,
  { mode, accept }: ImportOptions,
): Promise<Read> {
  if (mode === 'take') {
    const taken = await takeWithRetries(services, request, accept)
    if (!taken.ok) return taken
    return { ok: true, prepared: taken.value, refusal: taken.value.refusal }
  }
  const prepared = await previewImport(services, request)
  if (!prepared.ok) return prepared
  const { value } = prepared
  const refusal = columnRefusal(value.list, accept) ?? planRefusal(value.plan, accept)
  return { ok: true, prepared: value, refusal }
}

const maxAttempts = 3

/** Nobody has looked at a preview here, so a list that another import overtook is prepared and taken once more. */
async function takeWithRetries(
  services: ImportServices,
  request: ImportRequest,
  accept: AcceptedQuestions,
): ReturnType<typeof takeImport> {
  for (let attempt = 1; ; attempt += 1) {
    const taken = await takeImport(services, request, { preview: null, accept })
    const isOvertaken = taken.ok && taken.value.refusal?.kind === 'changedMeanwhile'
    if (!isOvertaken || attempt === maxAttempts) return taken
  }
}

async function findMunicipalityOf(
  services: ImportServices,
  options: ImportOptions,
): Promise<MunicipalityId | null> {
  const section = SectionId.safeParse(options.section)
  if (!section.success) return null
  const found: MunicipalityId[] = []
  for (const municipality of await listMunicipalities(services.db)) {
    if (options.municipality !== null && options.municipality !== municipality) continue
    const scope = { municipality, zones: [], account: null, role: null }
    const isHere = await withTenant(services.db, scope, (transaction) =>
      hasSection(transaction, section.data),
    )
    if (isHere) found.push(municipality)
  }
  const [only, ...more] = found
  return only === undefined || more.length > 0 ? null : only
}
