import { PatientId, type SectionId, type ZoneId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { accepted, refused, type Result } from '#domain/base/result.ts'
import { timesIn } from '#domain/roster/list-times.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import { withTenant } from '../../database/with-tenant.ts'
import {
  importScope,
  listMunicipalityZones,
  prepareImport,
  type ImportRequest,
  type ImportServices,
  type PreparedImport,
} from './import-ground.ts'
import { saveRun } from './import-runs.ts'
import { findPatientIds, savePatientIds } from './patient-identities.ts'
import { recordIdentity } from './match-roster.ts'
import { planRefusal, type ImportPlan } from './plan-import.ts'
import { isRewritten, writeRoster } from './roster-documents.ts'

export type AcceptedQuestions = { newZones: 'accepted' | 'asked'; shrink: 'accepted' | 'asked' }

export type TakenImport = PreparedImport & { refusal: ImportRefusal | null }

/** Reads a list and says what it would change. Nothing changes. */
export async function previewImport(
  services: ImportServices,
  request: ImportRequest,
): Promise<Result<PreparedImport, ImportRefusal>> {
  const zones = await sectionZones(services, request)
  if (zones === null) return refused({ kind: 'unknownSection', section: request.section })
  return await withTenant(services.db, importScope(request, zones), (transaction) =>
    prepareImport(transaction, services, request),
  )
}

/**
 * Takes a list in, in whole and in one transaction, or answers why not. With a preview's name it takes just what was
 * shown there.
 */
export async function takeImport(
  services: ImportServices,
  request: ImportRequest,
  confirmed: { preview: string | null; accept: AcceptedQuestions },
): Promise<Result<TakenImport, ImportRefusal>> {
  const shown = await previewImport(services, request)
  if (!shown.ok) return shown
  const newZones = shown.value.plan.newZones.map(({ id }) => id)
  const zones = [...((await sectionZones(services, request)) ?? []), ...newZones]
  return await withTenant(services.db, importScope(request, zones), async (transaction) => {
    await lockSection(transaction, request.section)
    const prepared = await prepareImport(transaction, services, request)
    if (!prepared.ok) return prepared
    const { plan } = prepared.value
    const isOther = confirmed.preview !== null && confirmed.preview !== prepared.value.preview
    // Two imports at once: the second finds another roster than it was made for.
    if (isOther || prepared.value.preview !== shown.value.preview) {
      return accepted({ ...prepared.value, refusal: { kind: 'changedMeanwhile' } })
    }
    const refusal = planRefusal(plan, confirmed.accept)
    if (refusal === null) await carryOut(transaction, services, request, prepared.value)
    return accepted({ ...prepared.value, refusal })
  })
}

/** Null when the municipality has no such section. */
export async function sectionZones(
  { db }: Pick<ImportServices, 'db'>,
  request: Pick<ImportRequest, 'municipality' | 'section' | 'importer'>,
): Promise<ZoneId[] | null> {
  return await withTenant(db, importScope(request, []), async (transaction) => {
    const section = await transaction
      .selectFrom('section')
      .select('sectionId')
      .where('sectionId', '=', request.section)
      .executeTakeFirst()
    if (section === undefined) return null
    const zones = await listMunicipalityZones(transaction)
    return zones.filter((zone) => zone.section === request.section).map(({ id }) => id)
  })
}

/** Imports and restorations of one section wait for each other here. */
export async function lockSection(
  transaction: DatabaseTransaction,
  section: SectionId,
): Promise<void> {
  await transaction
    .selectFrom('section')
    .select('sectionId')
    .where('sectionId', '=', section)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function carryOut(
  transaction: DatabaseTransaction,
  services: ImportServices,
  request: ImportRequest,
  prepared: PreparedImport,
): Promise<void> {
  const { municipality, section } = request
  const { plan, fileHash, roster } = prepared
  const times = { before: prepared.times, after: new Map([...prepared.times, ...plan.times]) }
  await makeZones(transaction, request, plan)
  const after = await withRealIds(transaction, services, prepared)
  const people = [...plan.added, ...plan.changed, ...plan.unchanged]
  const moved = plan.changed.flatMap(({ before, after }) =>
    before !== null && before.patient.zone !== after.patient.zone ? [before] : [],
  )
  const removed = [...plan.gone, ...moved]
  const rosterById = new Map(roster.map((record) => [record.patient.id, record]))
  const rewritten = after.filter((record) => {
    const before = rosterById.get(record.patient.id)
    return before === undefined || isRewritten(before, record, times)
  })
  const isRepeated = await saveRun(transaction, services, {
    municipality,
    section,
    fileName: request.fileName,
    fileHash,
    account: request.importer?.account ?? null,
    figures: {
      people: people.length,
      added: plan.added.length,
      changed: plan.changed.length,
      gone: plan.gone.length,
    },
    before: rewritten.flatMap(({ patient }) => rosterById.get(patient.id) ?? []),
    after: rewritten,
    removed,
    times: [...plan.times.keys()].map((zone) => ({ zone, ...timesIn(zone, times.before) })),
  })
  // The same file once more makes nothing newer than it was.
  if (isRepeated === 'repeated') return
  await savePatientIds(
    transaction,
    municipality,
    after.map((record) => ({ id: record.patient.id, identity: recordIdentity(record) })),
  )
  const removes = removed.map(({ patient }) => ({ zone: patient.zone, id: patient.id }))
  const now = services.sources.now()
  const place = { streams: services.openStreams(transaction), municipality }
  const write = { puts: after, removes, standing: roster, times }
  await writeRoster(place, write, { hasher: services.hasher, now })
}

/** New zones belong to everyone who leads the section, else nobody could see what she has just taken in. */
async function makeZones(
  transaction: DatabaseTransaction,
  { municipality, section }: ImportRequest,
  { newZones }: ImportPlan,
): Promise<void> {
  if (newZones.length === 0) return
  const leaders = await transaction
    .selectFrom('account')
    .innerJoin('accountZone', 'accountZone.accountId', 'account.accountId')
    .innerJoin('zone', 'zone.zoneId', 'accountZone.zoneId')
    .select('account.accountId')
    .distinct()
    .where('account.role', '=', 'sectionLeader')
    .where('zone.sectionId', '=', section)
    .execute()
  for (const { id, name } of newZones) {
    await transaction
      .insertInto('zone')
      .values({ municipalityId: municipality, zoneId: id, sectionId: section, name })
      .execute()
    for (const { accountId } of leaders) {
      await transaction
        .insertInto('accountZone')
        .values({ municipalityId: municipality, accountId, zoneId: id })
        .execute()
    }
  }
}

/** Everyone in the list as she will stand; who is new gets the id that she once had, or one of her own. */
async function withRealIds(
  transaction: DatabaseTransaction,
  { sources }: ImportServices,
  { plan, roster }: PreparedImport,
): Promise<RosterRecord[]> {
  const known = [...plan.changed, ...plan.unchanged].map(({ after }) => after)
  const taken = new Set(roster.map(({ patient }) => patient.id))
  const added = plan.added.map(({ after }) => after)
  const earlier = await findPatientIds(transaction, added.map(recordIdentity))
  const made = added.map((record, place) => {
    const before = earlier[place] ?? null
    const isFree = before !== null && !taken.has(before)
    const id = isFree ? before : PatientId.parse(sources.newId())
    taken.add(id)
    return withId(record, id)
  })
  return [...known, ...made]
}

function withId({ patient, details, protectedDetails }: RosterRecord, id: PatientId): RosterRecord {
  return {
    patient: { ...patient, id },
    details: { ...details, patientId: id },
    protectedDetails: protectedDetails === null ? null : { ...protectedDetails, patientId: id },
  }
}
