import type { ZoneId } from '#domain/base/ids.ts'
import type { ChangedField } from '#domain/roster/changed-field.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import type { ImportTask } from '../task/import-task.ts'
import { workInTurns } from '../task/work-in-turns.ts'

export type PlannedPerson = {
  listed: ListedPerson
  before: RosterRecord | null
  after: RosterRecord
  changes: ChangedField[]
}

/** The people of a plan by what becomes of them, and what is counted of them. */
export type PlannedPeople = {
  added: PlannedPerson[]
  changed: PlannedPerson[]
  unchanged: PlannedPerson[]
  /** Devices of no kind that the municipality's table has: each counts as P1 until somebody has asked. */
  unknownDevices: { line: number; listedAs: string }[]
  countByZone: Map<ZoneId, number>
  /** Zones of whose medicines the list tells. */
  zonesWithMedicines: Set<ZoneId>
}

export async function sortPlanned(
  people: readonly PlannedPerson[],
  task: ImportTask,
): Promise<PlannedPeople> {
  const sorted: PlannedPeople = {
    added: [],
    changed: [],
    unchanged: [],
    unknownDevices: [],
    countByZone: new Map(),
    zonesWithMedicines: new Set(),
  }
  await workInTurns(task, 'comparing', people, (person) => {
    const { listed, before, after, changes } = person
    const { zone, devices } = after.patient
    if (before === null) sorted.added.push(person)
    else if (changes.length > 0) sorted.changed.push(person)
    else sorted.unchanged.push(person)
    for (const { kind, listedAs } of devices) {
      if (kind === null) sorted.unknownDevices.push({ line: listed.line, listedAs })
    }
    sorted.countByZone.set(zone, (sorted.countByZone.get(zone) ?? 0) + 1)
    if (listed.facts.medications !== undefined) sorted.zonesWithMedicines.add(zone)
  })
  return sorted
}
