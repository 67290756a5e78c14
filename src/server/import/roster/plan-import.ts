import { applyListed, type FindDeviceKind } from '#domain/roster/apply-listed.ts'
import { PatientId, type SectionId, type ZoneId } from '#domain/base/ids.ts'
import type { ChangedField } from '#domain/roster/changed-field.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import type { Instant } from '#domain/time/instant.ts'
import { type TimesByZone, timesIn } from '#domain/roster/list-times.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
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
import { mapInTurns } from '../task/work-in-turns.ts'

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

export type PlannedPerson = {
  listed: ListedPerson
  before: RosterRecord | null
  after: RosterRecord
  changes: ChangedField[]
}

/** What an import would do; nothing is done yet. */
export type ImportPlan = {
  added: PlannedPerson[]
  changed: PlannedPerson[]
  unchanged: PlannedPerson[]
  gone: RosterRecord[]
  /** Lines that could not be read, of patients who stay as they were. */
  keptLines: number[]
  /** Devices of no kind that the municipality's table has: each counts as P1 until somebody has asked. */
  unknownDevices: { line: number; listedAs: string }[]
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
  const peopleByZone = new Map<ZoneId, number>()
  for (const { after } of people) {
    peopleByZone.set(after.patient.zone, (peopleByZone.get(after.patient.zone) ?? 0) + 1)
  }
  const covered = new Set(people.map(({ after }) => after.patient.zone))
  const missing = ground.roster.filter(
    (record) => covered.has(record.patient.zone) && !seen.has(record),
  )
  const kept = keptByUnreadable(missing, [...list.unreadable, ...list.skipped])
  const gone = missing.filter((record) => !kept.has(record))
  return {
    added: people.filter(({ before }) => before === null),
    changed: people.filter(({ before, changes }) => before !== null && changes.length > 0),
    unchanged: people.filter(({ before, changes }) => before !== null && changes.length === 0),
    gone,
    keptLines: [...new Set(kept.values())],
    unknownDevices: people.flatMap(({ listed, after }) =>
      after.patient.devices
        .filter(({ kind }) => kind === null)
        .map(({ listedAs }) => ({ line: listed.line, listedAs })),
    ),
    newZones: finder
      .newZones()
      .map((zone) => ({ ...zone, people: peopleByZone.get(zone.id) ?? 0 })),
    foreignZones: finder.foreignZones(),
    shrink: shrunkZones(
      ground.zones.filter(({ id }) => covered.has(id)),
      ground.roster,
      gone,
    ),
    times: new Map(
      [...covered].map((zone) => {
        const isTold = people.some(
          ({ after, listed }) =>
            after.patient.zone === zone && listed.facts.medications !== undefined,
        )
        const { details } = timesIn(zone, ground.times)
        return [zone, { patients: asOf, details: isTold ? asOf : details }]
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
function keptByUnreadable(
  missing: readonly RosterRecord[],
  unreadable: readonly UnreadableRow[],
): Map<RosterRecord, number> {
  const linesByText = new Map<string, number>()
  for (const { identifyingTexts, line } of unreadable) {
    for (const text of identifyingTexts) linesByText.set(foldText(text), line)
  }
  const kept = new Map<RosterRecord, number>()
  for (const record of missing) {
    const { name } = record.patient
    const numbers = identityKeys(recordIdentity(record))
      .filter(({ kind }) => kind === 'personalNumber' || kind === 'ehrId')
      .map(({ value }) => value)
    const names = [name.family + name.given, name.given + name.family]
    const line = [...numbers, ...names]
      .map((text) => linesByText.get(foldText(text)))
      .find((found) => found !== undefined)
    if (line !== undefined) kept.set(record, line)
  }
  return kept
}

/** Covered zones that would lose more than a fifth of their people. */
function shrunkZones(
  covered: readonly MunicipalityZone[],
  roster: readonly RosterRecord[],
  gone: readonly RosterRecord[],
): ImportPlan['shrink'] {
  return covered
    .map(({ id, name }) => ({
      zone: id,
      name,
      gone: countIn(id, gone),
      before: countIn(id, roster),
    }))
    .filter(({ gone, before }) => gone * 5 > before)
}

function countIn(zone: ZoneId, records: readonly RosterRecord[]): number {
  return records.filter(({ patient }) => patient.zone === zone).length
}
