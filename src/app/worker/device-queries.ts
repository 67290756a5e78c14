import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/time/instant.ts'
import { localClock } from '#domain/time/instant.ts'
import { findPeople } from '#domain/lists/find-people.ts'
import { compareNamesAndIds, norwegianCollator } from '#domain/lists/name-order.ts'
import { firstTimeOn, patientCounts, patientList } from '#domain/lists/patient-list.ts'
import { withFacts } from '#domain/lists/row-facts.ts'
import { findFittingWorkLists } from '#domain/lists/shift.ts'
import type { WorkList } from '#domain/lists/work-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { oldest } from '#domain/time/shelf-life.ts'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type {
  DeviceQueries,
  NeighbourOrigin,
  Neighbours,
  WorkListReading,
} from '#app/bridge/device-queries.ts'
import type { NewPatientQueries } from '#app/bridge/new-patients.ts'
import type { ZoneChoice } from '#app/bridge/device-reader.ts'
import type { DeviceLists } from './lists/device-lists.ts'
import type { KnownAmendments } from './amendments/known-amendments.ts'
import { zoneColleagues } from './zone-colleagues.ts'
import { patientSearch } from './patient-search.ts'
import {
  isWithheld,
  mapReading,
  type Reading,
  withOptional,
  withNeeded,
} from '#app/bridge/reading.ts'

/** Queries of the screens. They are answered in the worker, so that only answers are sent to the page. */
export function deviceQueries(
  lists: DeviceLists,
  clock: DeviceClock,
  { amendments, readAway, readSearchTexts }: KnownAmendments,
): Omit<DeviceQueries, keyof NewPatientQueries> {
  const search = patientSearch()
  const collator = norwegianCollator()

  /** The table of services decides which list a patient is on: without it every list would look empty. */
  async function patientsAndServices(
    zone: ZoneChoice,
  ): Promise<Reading<{ value: Patient[]; needed: ServiceDefinition[] }>> {
    const [patients, services] = await Promise.all([lists.listPatients(zone), lists.listServices()])
    return withNeeded(patients, services)
  }

  /** Those who have left the lists of a choice of zones. One who is on another list of hers is not among them where all are read. */
  async function formerById(zone: ZoneChoice): Promise<Map<PatientId, FormerPatient>> {
    const reading = await lists.listFormerPatients(zone)
    const known = reading.kind === 'open' ? reading.value : []
    return new Map(known.map((former) => [former.patientId, former]))
  }

  /** The lists of all the employee's zones, and what adds to one of them who its visits are to. */
  async function workListsAndPatients(): Promise<{
    workLists: Reading<WorkList[]>
    withVisits: (list: WorkList) => WorkListReading
  }> {
    const [patients, workLists, former] = await Promise.all([
      lists.listPatients(null),
      lists.listWorkLists(null),
      formerById(null),
    ])
    const byId = new Map<PatientId, Patient>(
      patients.kind === 'open' ? patients.value.map((patient) => [patient.id, patient]) : [],
    )
    return {
      workLists: withOptional(workLists, patients),
      withVisits: (list) => ({
        list,
        visits: list.visits.map((visit) => ({
          visit,
          patient: byId.get(visit.patientId) ?? null,
          former: byId.has(visit.patientId) ? null : (former.get(visit.patientId) ?? null),
        })),
      }),
    }
  }

  /** Everybody on a list once, in its order. */
  async function idsOn(origin: NeighbourOrigin): Promise<PatientId[]> {
    if (origin.kind === 'workList') {
      const { workLists } = await workListsAndPatients()
      const all = workLists.kind === 'open' ? workLists.value : []
      const visits = all.find(({ id }) => id === origin.id)?.visits ?? []
      return [...new Set(visits.map((visit) => visit.patientId))]
    }
    const [kinds, reading] = await Promise.all([
      lists.listDeviceKinds(),
      patientsAndServices(origin.zone),
    ])
    if (reading.kind !== 'open') return []
    const rows = patientList(origin.list, reading.value.value, {
      services: reading.value.needed,
      kinds: kinds.kind === 'open' ? kinds.value : [],
      from: localClock(clock.now()).at,
      collator,
    })
    return [...new Set(rows.map(({ patient }) => patient.id))]
  }

  return {
    async listsMadeAt(zones) {
      const readings = await Promise.all(zones.map((zone) => lists.listPatients(zone)))
      return madeAt(readings.flatMap((reading) => (reading.kind === 'open' ? reading.value : [])))
    },

    async overview(zone) {
      const [workLists, reading] = await Promise.all([
        lists.listWorkLists(zone),
        patientsAndServices(zone),
      ])
      const from = localClock(clock.now()).at
      // The words are then folded before the first key of a search.
      if (reading.kind === 'open') search.prepare(reading.value.value)
      return mapReading(
        withOptional(reading, workLists),
        ({ value: patients, needed: definitions }) => {
          const context = { services: definitions, from }
          return {
            counts: patientCounts(patients, definitions),
            services: definitions,
            nextDoseAt: firstTimeOn('medicineDispenser', patients, context),
            nextSupervisionAt: firstTimeOn('digitalSupervision', patients, context),
            levels: countLevels(patients),
            protectedAddresses: countProtected(patients),
            workLists: (workLists.kind === 'open' ? workLists.value : []).map(
              ({ id, zone, weekday, part, visits }) => ({
                id,
                zone,
                weekday,
                part,
                visits: visits.length,
              }),
            ),
            asOf: madeAt(patients),
          }
        },
      )
    },

    async patientRows({ kind, zone }, maxRows) {
      const [kindsReading, reading, away] = await Promise.all([
        lists.listDeviceKinds(),
        patientsAndServices(zone),
        readAway(),
      ])
      // Without the table every device counts as one of P1.
      const kinds = kindsReading.kind === 'open' ? kindsReading.value : []
      const from = localClock(clock.now()).at
      return mapReading(
        withOptional(reading, kindsReading),
        ({ value: patients, needed: services }) => {
          const rows = patientList(kind, patients, { services, kinds, from, collator })
          const people = [...new Set(rows.map(({ patient }) => patient))]
          return {
            rows: withFacts(kind, rows.slice(0, maxRows), kinds),
            total: rows.length,
            people: people.length,
            unknownBatteries: rows.filter(({ power }) => power?.kind === 'unknown').length,
            protectedAddresses: countProtected(people),
            away: people.flatMap(({ id }) => away.get(id) ?? []),
            services,
            asOf: madeAt(patients),
          }
        },
      )
    },

    async searchPatients(text, zone) {
      const [reading, since] = await Promise.all([lists.listPatients(zone), readSearchTexts()])
      return mapReading(reading, (patients) => search.find(patients, text, since))
    },

    async searchFormer(text, zone) {
      const [reading, former] = await Promise.all([lists.listPatients(null), formerById(zone)])
      const here = new Set(reading.kind === 'open' ? reading.value.map(({ id }) => id) : [])
      const left = [...former.values()].filter(({ patientId }) => !here.has(patientId))
      return findPeople(left, text)
    },

    async workList(id) {
      const { workLists, withVisits } = await workListsAndPatients()
      return mapReading(workLists, (all) => {
        const list = all.find((each) => each.id === id)
        return list === undefined ? null : withVisits(list)
      })
    },

    neighbours: async (origin, patientId) => neighboursOf(await idsOn(origin), patientId),

    async fittingWorkLists(shift) {
      const { workLists, withVisits } = await workListsAndPatients()
      return mapReading(workLists, (all) =>
        findFittingWorkLists(all, shift).map(({ workList, fit }) => ({
          ...withVisits(workList),
          fit,
        })),
      )
    },

    async patientsByName(ids) {
      const wanted = new Set(ids)
      const [reading, formerPeople] = await Promise.all([
        lists.listPatients(null),
        formerById(null),
      ])
      return mapReading(reading, (patients) => {
        const here = patients.filter(({ id }) => wanted.has(id))
        const found = new Set(here.map(({ id }) => id))
        const former = [...formerPeople.values()].filter(
          ({ patientId }) => wanted.has(patientId) && !found.has(patientId),
        )
        return [
          ...here.map(({ id, name }) => ({ id, name, former: null })),
          ...former.map((one) => ({ id: one.patientId, name: one.name, former: one })),
        ].toSorted((a, b) => compareNamesAndIds(a, b, collator))
      })
    },

    amendments,

    colleagues: (zone) => zoneColleagues(lists, zone),

    async countHeld(zones) {
      const [patients, details, cards, forms] = await Promise.all([
        lists.listPatients(null),
        lists.listDetails(null),
        lists.listCards(),
        lists.listForms(),
      ])
      const byZone = await Promise.all(zones.map((zone) => lists.listPatients(zone)))
      return {
        patientsByZone: byZone.map(countOf),
        asOf: patients.kind === 'open' ? madeAt(patients.value) : null,
        cards: countOf(cards),
        forms: countOf(forms),
        details: {
          done: countOf(details) ?? 0,
          of: countOf(patients) ?? 0,
          sheets:
            details.kind === 'open'
              ? details.value.filter(({ medications }) => medications.length > 0).length
              : 0,
        },
      }
    },
  }
}

function neighboursOf(ids: readonly PatientId[], patientId: PatientId): Neighbours | null {
  const at = ids.indexOf(patientId)
  if (at === -1) return null
  return {
    previous: ids[at - 1] ?? null,
    next: ids[at + 1] ?? null,
    place: at + 1,
    of: ids.length,
  }
}

/** Null for a list that is not here, or that is kept back: it is fetched anew, and its count is not known. */
function countOf(reading: Reading<unknown[]>): number | null {
  return reading.kind === 'open' && !isWithheld(reading) ? reading.value.length : null
}

function countProtected(patients: readonly Patient[]): number {
  return patients.filter(({ addressProtection }) => addressProtection !== 'none').length
}

/** The newest in each zone, for some stay from a list before; and of the zones the one with the oldest. */
function madeAt(patients: readonly Patient[]): Instant | null {
  const newestByZone = new Map<ZoneId, Instant>()
  for (const { zone, asOf, temporary } of patients) {
    // Whoever was registered today does not make a list newer.
    if (temporary !== undefined) continue
    const known = newestByZone.get(zone)
    if (known === undefined || asOf > known) newestByZone.set(zone, asOf)
  }
  return oldest([...newestByZone.values()])
}

function countLevels(patients: readonly Patient[]): Record<PriorityLevel, number> {
  const counts = { P1: 0, P2: 0, P3: 0, P4: 0 }
  for (const { priority } of patients) if (priority !== null) counts[priority.level]++
  return counts
}
