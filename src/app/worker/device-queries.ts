import type { PatientId, ZoneId } from '#domain/base/ids.ts'
import type { Instant, LocalTime } from '#domain/time/instant.ts'
import { localClock } from '#domain/time/instant.ts'
import { compareNamesAndIds, norwegianCollator } from '#domain/lists/name-order.ts'
import {
  firstTimeOn,
  patientCounts,
  patientList,
  type PatientListKind,
} from '#domain/lists/patient-list.ts'
import { type ListRow, withFacts } from '#domain/lists/row-facts.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import { oldest } from '#domain/time/shelf-life.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import type { DeviceClock } from '#storage/device-clock.ts'
import type { DeviceReader, ZoneChoice } from './device-reader.ts'
import { patientSearch } from './patient-search.ts'
import { mapReading, type Reading, withBeside, withNeeded } from '#app/bridge/reading.ts'

/** What the screen of lists shows before one of them is opened. */
export type ListsOverview = {
  counts: Record<PatientListKind, number>
  services: ServiceDefinition[]
  nextDoseAt: LocalTime | null
  nextSupervisionAt: LocalTime | null
  levels: Record<PriorityLevel, number>
  /** How many of all have a protected address: they are in every count. */
  protectedAddresses: number
  workLists: {
    id: string
    zone: WorkList['zone']
    weekday: WorkList['weekday']
    part: WorkList['part']
    visits: number
  }[]
  /** When the lists were made: the zone with the oldest one decides. */
  asOf: Instant | null
}

/** The first rows of a list: a list can be thousands long, and a screen shows the top of it. */
export type PatientRows = {
  rows: ListRow[]
  /** How many rows the list has. */
  total: number
  /** How many people are on it: on the list of power each device has a row. */
  people: number
  /** How many rows of the list of power are of unknown battery time. */
  unknownBatteries: number
  /** How many of them have a protected address. */
  protectedAddresses: number
  services: ServiceDefinition[]
  asOf: Instant | null
}

export type WorkListReading = {
  list: WorkList
  visits: { visit: Visit; patient: Patient | null }[]
}

/** Questions of the screens, answered where the opened data lies, so that only answers travel. */
export function deviceQueries(reader: DeviceReader, clock: DeviceClock) {
  const search = patientSearch()
  const collator = norwegianCollator()

  /** Which list a patient is on is told by the table of services: without it every list would look empty. */
  async function patientsAndServices(
    zone: ZoneChoice,
  ): Promise<Reading<{ value: Patient[]; needed: ServiceDefinition[] }>> {
    const [patients, services] = await Promise.all([
      reader.listPatients(zone),
      reader.listServices(),
    ])
    return withNeeded(patients, services)
  }

  return {
    /**
     * When the lists that the zones' people stand on were made: the zone with the oldest list decides.
     * Null when there are none. That they were fetched just now makes no list younger.
     */
    async listsMadeAt(zones: readonly ZoneId[]): Promise<Instant | null> {
      const readings = await Promise.all(zones.map((zone) => reader.listPatients(zone)))
      return madeAt(readings.flatMap((reading) => (reading.kind === 'open' ? reading.value : [])))
    },

    async overview(zone: ZoneChoice): Promise<Reading<ListsOverview>> {
      const [workLists, reading] = await Promise.all([
        reader.listWorkLists(zone),
        patientsAndServices(zone),
      ])
      const from = localClock(clock.now()).at
      // The first key of a search then finds the words folded.
      if (reading.kind === 'open') search.prepare(reading.value.value)
      return mapReading(
        withBeside(reading, workLists),
        ({ value: patients, needed: definitions }) => {
          const context = { services: definitions, from }
          const level = (name: PriorityLevel) =>
            patients.filter(({ priority }) => priority?.level === name).length
          return {
            counts: patientCounts(patients, definitions),
            services: definitions,
            nextDoseAt: firstTimeOn('medicineDispenser', patients, context),
            nextSupervisionAt: firstTimeOn('digitalSupervision', patients, context),
            levels: { P1: level('P1'), P2: level('P2'), P3: level('P3'), P4: level('P4') },
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

    async patientRows(
      { kind, zone }: { kind: PatientListKind; zone: ZoneChoice },
      most: number,
    ): Promise<Reading<PatientRows>> {
      const [kindsReading, reading] = await Promise.all([
        reader.listDeviceKinds(),
        patientsAndServices(zone),
      ])
      // Without the table every device counts as one of P1, until somebody has asked.
      const kinds = kindsReading.kind === 'open' ? kindsReading.value : []
      const from = localClock(clock.now()).at
      return mapReading(
        withBeside(reading, kindsReading),
        ({ value: patients, needed: services }) => {
          const rows = patientList(kind, patients, { services, kinds, from, collator })
          const people = [...new Set(rows.map(({ patient }) => patient))]
          return {
            rows: withFacts(kind, rows.slice(0, most), kinds),
            total: rows.length,
            people: people.length,
            unknownBatteries: rows.filter(({ power }) => power?.kind === 'unknown').length,
            protectedAddresses: countProtected(people),
            services,
            asOf: madeAt(patients),
          }
        },
      )
    },

    async searchPatients(text: string, zone: ZoneChoice): Promise<Reading<Patient[]>> {
      return mapReading(await reader.listPatients(zone), (patients) => search.find(patients, text))
    },

    async workLists(zone: ZoneChoice): Promise<Reading<WorkListReading[]>> {
      const patients = await reader.listPatients(zone)
      const byId = new Map<PatientId, Patient>(
        patients.kind === 'open' ? patients.value.map((patient) => [patient.id, patient]) : [],
      )
      return mapReading(withBeside(await reader.listWorkLists(zone), patients), (lists) =>
        lists.map((list) => ({
          list,
          visits: list.visits.map((visit) => ({
            visit,
            patient: byId.get(visit.patientId) ?? null,
          })),
        })),
      )
    },

    /** The names that notes and entries are shown with. */
    async patientsByName(ids: readonly PatientId[]): Promise<Reading<Patient[]>> {
      const wanted = new Set(ids)
      return mapReading(await reader.listPatients(null), (patients) =>
        patients
          .filter(({ id }) => wanted.has(id))
          .toSorted((a, b) => compareNamesAndIds(a, b, collator)),
      )
    },

    /** How much of the medication sheets has come: patients with details, of all. */
    async detailsProgress(): Promise<{ done: number; of: number }> {
      const [patients, details] = await Promise.all([
        reader.listPatients(null),
        reader.listDetails(null),
      ])
      return {
        done: details.kind === 'open' ? details.value.length : 0,
        of: patients.kind === 'open' ? patients.value.length : 0,
      }
    },
  }
}

export type DeviceQueries = ReturnType<typeof deviceQueries>

function countProtected(patients: readonly Patient[]): number {
  return patients.filter(({ addressProtection }) => addressProtection !== 'none').length
}

/** The newest in each zone, for some stay from a list before; and of the zones the one with the oldest. */
function madeAt(patients: readonly Patient[]): Instant | null {
  const newestByZone = new Map<ZoneId, Instant>()
  for (const { zone, asOf } of patients) {
    const known = newestByZone.get(zone)
    if (known === undefined || asOf > known) newestByZone.set(zone, asOf)
  }
  return oldest([...newestByZone.values()])
}
