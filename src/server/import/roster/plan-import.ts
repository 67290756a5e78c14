import { applyListed, type FindDeviceKind } from '#domain/roster/apply-listed.ts'
import { PatientId, type SectionId, type ZoneId } from '#domain/base/ids.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type TimesByZone, timesIn } from '#domain/roster/list-times.ts'
import { foldText } from '#domain/base/folded-text.ts'
import { changedFields } from '#domain/roster/roster-changes.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ZoneName } from '#domain/roster/zone-name.ts'
import type { ZonePlacement } from '#domain/roster/zone-placement.ts'
import { identityKeys } from '#domain/roster/person-identity.ts'
import { recordIdentity, rosterMatcher } from './match-roster.ts'
import type { MunicipalityZone } from './municipality-zone.ts'
import { zoneFinder, type NewZone } from './zone-finder.ts'
import type { ListReading } from '../people/list-reading.ts'
import type { UnreadableRow } from '../people/unreadable-row.ts'
import type { ImportTask } from '../task/import-task.ts'
import { mapInTurns, serveOthers, workInTurns } from '../task/work-in-turns.ts'
import { type PlannedPeople, type PlannedPerson, sortPlanned } from './planned-people.ts'

export type MunicipalityZoneName = Pick<MunicipalityZone, 'id' | 'name'>

/** What stands before an import: the section's patients, and every zone of the municipality. */
export type PlanGround = {
  section: SectionId
  roster: readonly RosterRecord[]
  times: TimesByZone
  zones: readonly MunicipalityZone[]
  placements: readonly ZonePlacement[]
  now: Instant
  findDeviceKind: FindDeviceKind
  /** Renews the proposed priority from the new facts; what a person has confirmed stays. */
  propose: (record: RosterRecord) => RosterRecord
}

/** What an import would do; nothing is done yet. */
export type ImportPlan = Pick<
  PlannedPeople,
  'added' | 'changed' | 'unchanged' | 'unknownDevices'
> & {
  gone: RosterRecord[]
  /** Lines that could not be read, of patients who stay as they were. */
  keptLines: number[]
  newZones: (NewZone & { people: number })[]
  foreignZones: ZoneName[]
  shrink: { zone: ZoneId; name: ZoneName; gone: number; before: number }[]
  /** The covered zones' lists as they will be dated. */
  times: TimesByZone
}

/** Stands in a plan for the id of a patient that nobody has had before; taking in gives her a real one. */
export const newPatientId = PatientId.parse('00000000-0000-0000-0000-000000000000')

/** Plans in turns, so that others are served while a whole city is compared. */
export async function planImport(
  list: ListReading,
  ground: PlanGround,
  task: ImportTask,
): Promise<ImportPlan> {
  const findKnown = await rosterMatcher(list.people, ground.roster, task)
  const finder = zoneFinder(ground.section, ground.zones, ground.placements)
  const seen = new Set<RosterRecord>()
  const asOf = list.listedAt ?? ground.now
  const people = await mapInTurns(task, 'comparing', list.people, (listed): PlannedPerson => {
    // Two of the list cannot both be one of the roster: the second is someone new.
    const before = findKnown(listed, (record) => !seen.has(record))
    if (before !== null) seen.add(before)
    const after = ground.propose(
      applyListed(before, listed, {
        id: before?.patient.id ?? newPatientId,
        zone: finder.zoneOf(listed, before?.patient.zone ?? null),
        asOf,
        findDeviceKind: ground.findDeviceKind,
      }),
    )
    return { listed, before, after, changes: before === null ? [] : changedFields(before, after) }
  })
  const { countByZone, zonesWithMedicines, ...planned } = await sortPlanned(people, task)
  const missing = ground.roster.filter(
    (record) => countByZone.has(record.patient.zone) && !seen.has(record),
  )
  await serveOthers(task)
  const kept = await keptByUnreadable(missing, [...list.unreadable, ...list.skipped], task)
  const gone = missing.filter((record) => !kept.has(record))
  return {
    ...planned,
    gone,
    keptLines: [...new Set(kept.values())],
    newZones: finder.newZones().map((zone) => ({ ...zone, people: countByZone.get(zone.id) ?? 0 })),
    foreignZones: finder.foreignZones(),
    shrink: shrunkZones(
      ground.zones.filter(({ id }) => countByZone.has(id)),
      ground.roster,
      gone,
    ),
    times: new Map(
      [...countByZone.keys()].map((zone) => {
        const { details } = timesIn(zone, ground.times)
        const hasMedicines = zonesWithMedicines.has(zone)
        return [zone, { patients: asOf, details: hasMedicines ? asOf : details }]
      }),
    ),
  }
}

/** Why a plan cannot be carried out as it stands; null when it can. */
export function planRefusal(
  plan: ImportPlan,
  accept: { newZones: 'accepted' | 'asked'; shrink: 'accepted' | 'asked' },
): ImportRefusal | null {
  const people = plan.added.length + plan.changed.length + plan.unchanged.length
  if (people === 0) return { kind: 'noPeople' }
  if (plan.foreignZones.length > 0) return { kind: 'foreignZones', zones: plan.foreignZones }
  if (plan.newZones.length > 0 && accept.newZones === 'asked') {
    return { kind: 'newZones', zones: plan.newZones.map(({ name }) => name) }
  }
  if (plan.shrink.length > 0 && accept.shrink === 'asked') {
    const zones = plan.shrink.map(({ name, gone, before }) => ({ zone: name, gone, before }))
    return { kind: 'shrink', zones }
  }
  return null
}

/** A column that may hold health facts is left out by nobody but a person. */
export function columnRefusal(
  { columnQuestions }: Pick<ListReading, 'columnQuestions'>,
  accept: { columns: 'accepted' | 'asked' },
): ImportRefusal | null {
  const headings = columnQuestions
    .filter(({ about }) => about === 'healthFacts')
    .map(({ heading }) => heading)
  return headings.length === 0 || accept.columns === 'accepted'
    ? null
    : { kind: 'unknownColumns', headings }
}

/** A patient whose row could not be read stays: a torn line must not remove her. Answers the lines by patient. */
async function keptByUnreadable(
  missing: readonly RosterRecord[],
  unreadable: readonly UnreadableRow[],
  task: ImportTask,
): Promise<Map<RosterRecord, number>> {
  const linesByText = new Map<string, number>()
  await workInTurns(task, 'comparing', unreadable, ({ identifyingTexts, line }) => {
    for (const text of identifyingTexts) linesByText.set(foldText(text), line)
  })
  const kept = new Map<RosterRecord, number>()
  await workInTurns(task, 'comparing', linesByText.size === 0 ? [] : missing, (record) => {
    const { name } = record.patient
    const numbers = identityKeys(recordIdentity(record))
      .filter(({ kind }) => kind === 'personalNumber' || kind === 'ehrId')
      .map(({ value }) => value)
    const names = [name.family + name.given, name.given + name.family]
    const line = [...numbers, ...names]
      .map((text) => linesByText.get(foldText(text)))
      .find((found) => found !== undefined)
    if (line !== undefined) kept.set(record, line)
  })
  return kept
}

/** Covered zones that would lose more than a fifth of their people. */
function shrunkZones(
  covered: readonly MunicipalityZone[],
  roster: readonly RosterRecord[],
  gone: readonly RosterRecord[],
): ImportPlan['shrink'] {
  const [before, left] = [peopleByZone(roster), peopleByZone(gone)]
  return covered
    .map(({ id, name }) => ({
      zone: id,
      name,
      gone: left.get(id) ?? 0,
      before: before.get(id) ?? 0,
    }))
    .filter(({ gone, before }) => gone * 5 > before)
}

function peopleByZone(records: readonly RosterRecord[]): Map<ZoneId, number> {
  const counts = new Map<ZoneId, number>()
  for (const { patient } of records) counts.set(patient.zone, (counts.get(patient.zone) ?? 0) + 1)
  return counts
}
