import { sql } from 'kysely'
import { type ImportRunId, PatientId } from '#domain/base/ids.ts'
import { timesIn } from '#domain/roster/list-times.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { DatabaseTransaction } from '../../database/database.ts'
import { formerPatientWrites } from './former-patients.ts'
import type { ImportTask } from '../task/import-task.ts'
import { mapInTurns, workInTurns } from '../task/work-in-turns.ts'
import type { ImportRequest } from './import-request.ts'
import { saveRun } from './import-runs.ts'
import type { ImportServices } from './import-services.ts'
import { recordIdentity } from './match-roster.ts'
import { findPatientIds, savePatientIds } from './patient-identities.ts'
import type { PreparedImport } from './prepare-import.ts'
import { rewriteWrites } from './rewrite-amendments.ts'
import { isRewritten, writeRoster } from './roster-documents.ts'

/** Writes what a plan says, notes the import and answers its name. It ends with the streams: call it last in the transaction. */
export async function carryOutPlan(
  transaction: DatabaseTransaction,
  services: ImportServices,
  request: ImportRequest,
  prepared: PreparedImport,
  task: ImportTask,
): Promise<ImportRunId> {
  const { municipality, section } = request
  const { plan, fileHash, roster } = prepared
  const times = { before: prepared.times, after: new Map([...prepared.times, ...plan.times]) }
  await makeZones(transaction, request, prepared, services.sources.now())
  const after = await withRealIds(transaction, services, prepared, task)
  const people = [...plan.added, ...plan.changed, ...plan.unchanged]
  const moved = plan.changed.flatMap(({ before, after }) =>
    before !== null && before.patient.zone !== after.patient.zone ? [before] : [],
  )
  const removed = [...plan.gone, ...moved]
  const rosterById = new Map(roster.map((record) => [record.patient.id, record]))
  const rewritten: RosterRecord[] = []
  await workInTurns(task, 'comparing', after, (record) => {
    const before = rosterById.get(record.patient.id)
    if (before === undefined || isRewritten(before, record, times)) rewritten.push(record)
  })
  const run = await saveRun(
    transaction,
    services,
    {
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
      rewrites: prepared.rewrites,
    },
    task,
  )
  // The same file once more makes nothing newer than it was.
  if (run.kind === 'repeated') return run.runId
  await savePatientIds(
    transaction,
    { municipality, identities: services.identities },
    // Those who leave are among them: where the key was lost, the roster is all that knows them. They were here first.
    [...removed, ...after].map((record) => ({
      id: record.patient.id,
      identity: recordIdentity(record),
    })),
    task,
  )
  await reopenZones(transaction, after, services.sources.now())
  const removes = removed.map(({ patient }) => ({ zone: patient.zone, id: patient.id }))
  const now = services.sources.now()
  const place = { streams: services.openStreams(transaction), municipality, world: services.world }
  const arrived = after.filter(({ patient }) => {
    const before = rosterById.get(patient.id)
    return before === undefined || before.patient.zone !== patient.zone
  })
  const former = {
    left: removed.map(({ patient }) => patient),
    returned: arrived.map(({ patient }) => patient),
  }
  const others = [...run.rewrites.flatMap(rewriteWrites), ...formerPatientWrites(former, now)]
  const write = { puts: after, removes, standing: roster, times, others }
  await writeRoster(place, write, { hasher: services.hasher, now }, task)
  return run.runId
}

/** A new zone belongs to those who were named when it was asked about, else nobody could see what is taken in. */
async function makeZones(
  transaction: DatabaseTransaction,
  { section }: ImportRequest,
  { plan, holders }: PreparedImport,
  at: Instant,
): Promise<void> {
  for (const [place, { id, name }] of plan.newZones.entries()) {
    const accounts = (holders[place] ?? []).map(({ accountId }) => accountId)
    await sql`select make_zone(${section}, ${id}, ${name}, ${accounts}::uuid[], ${at}::timestamptz)`.execute(
      transaction,
    )
  }
}

/** A zone that a list puts somebody in is in use again: else she would stand where nobody new may work. */
async function reopenZones(
  transaction: DatabaseTransaction,
  after: readonly RosterRecord[],
  at: Instant,
): Promise<void> {
  const zones = [...new Set(after.map(({ patient }) => patient.zone))]
  await sql`select reopen_zones(${zones}::text[], ${at}::timestamptz)`.execute(transaction)
}

/** Everyone in the list as she will stand; who is new gets the id that she once had, or one of her own. */
async function withRealIds(
  transaction: DatabaseTransaction,
  { sources, identities }: ImportServices,
  { plan, roster }: PreparedImport,
  task: ImportTask,
): Promise<RosterRecord[]> {
  const known = [...plan.changed, ...plan.unchanged].map(({ after }) => after)
  const taken = new Set(roster.map(({ patient }) => patient.id))
  const added = plan.added.map(({ after }) => after)
  const earlier = await findPatientIds(transaction, identities, added.map(recordIdentity), task)
  const places = added.map((record, place) => ({ record, before: earlier[place] ?? null }))
  const made = await mapInTurns(task, 'comparing', places, ({ record, before }) => {
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
