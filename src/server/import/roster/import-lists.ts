import type { ImportRunId } from '#domain/base/ids.ts'
import { accepted, type Result } from '#domain/base/result.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { carryOutPlan } from './carry-out-plan.ts'
import { previewName, readBasis } from './import-ground.ts'
import type { ImportRequest } from './import-request.ts'
import { listZones, lockSection, openSection, type ImportSection } from './import-section.ts'
import type { ImportServices } from './import-services.ts'
import { columnRefusal, planRefusal } from './plan-import.ts'
import { prepareImport, type PreparedImport } from './prepare-import.ts'
import { type ImportTask, quietTask, throwIfCancelled } from '../task/import-task.ts'

type Answered = 'accepted' | 'asked'
export type AcceptedQuestions = { newZones: Answered; shrink: Answered; columns: Answered }

/** What was prepared, with the import that it became or why it became none. */
export type TakenImport = PreparedImport &
  ({ refusal: null; run: ImportRunId } | { refusal: ImportRefusal; run: null })

/** Reads a list and says what it would change. Nothing changes. */
export async function previewImport(
  services: ImportServices,
  request: ImportRequest,
  task: ImportTask = quietTask(),
): Promise<Result<PreparedImport, ImportRefusal>> {
  const section = await openSection(services.db, request)
  return section.ok ? await prepareImport(services, section.value, request, task) : section
}

/**
 * Takes a list in, in whole and in one transaction, or answers why not. With a preview's name it takes just what was
 * shown there. The list is read and planned before the section is locked; a plan that something has overtaken by then
 * is refused.
 */
export async function takeImport(
  services: ImportServices,
  request: ImportRequest,
  confirmed: { preview: string | null; accept: AcceptedQuestions },
  task: ImportTask = quietTask(),
): Promise<Result<TakenImport, ImportRefusal>> {
  const section = await openSection(services.db, request)
  if (!section.ok) return section
  const prepared = await prepareImport(services, section.value, request, task)
  if (!prepared.ok) return prepared
  const { plan, preview } = prepared.value
  const isOther = confirmed.preview !== null && confirmed.preview !== preview
  const refusal = isOther
    ? changedMeanwhile
    : (columnRefusal(prepared.value.list, confirmed.accept) ?? planRefusal(plan, confirmed.accept))
  if (refusal !== null) return accepted({ ...prepared.value, refusal, run: null })
  const { scope } = section.value
  const zones = [...scope.zones, ...plan.newZones.map(({ id }) => id)]
  return await withTenant(services.db, { ...scope, zones }, async (transaction) => {
    await lockSection(transaction, section.value)
    const isSame = await isAsPrepared(transaction, services, section.value, request, prepared.value)
    if (!isSame) return accepted({ ...prepared.value, refusal: changedMeanwhile, run: null })
    const run = await carryOutPlan(transaction, services, request, prepared.value, task)
    // Whoever ends it now ends it before it is there.
    throwIfCancelled(task)
    return accepted({ ...prepared.value, refusal: null, run })
  })
}

const changedMeanwhile: ImportRefusal = { kind: 'changedMeanwhile' }

/** Whether a plan still holds: of two imports at once the second finds another roster than it was made for. */
async function isAsPrepared(
  transaction: DatabaseTransaction,
  services: ImportServices,
  section: ImportSection,
  { mapping, placements }: ImportRequest,
  { fileHash, preview }: PreparedImport,
): Promise<boolean> {
  const zones = await listZones(transaction)
  const basis = await readBasis(transaction, services, { ...section, zones }, mapping)
  return basis.ok && previewName(fileHash, section, basis.value, placements) === preview
}
