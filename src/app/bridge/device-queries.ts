import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Away } from '#domain/amendments/standing-amendments.ts'
import type { EmployeeId, PatientId, ZoneId } from '#domain/base/ids.ts'
import type { PatientListKind } from '#domain/lists/patient-list.ts'
import type { ListRow } from '#domain/lists/row-facts.ts'
import type { FittingWorkList, Shift } from '#domain/lists/shift.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PriorityLevel } from '#domain/patient/priority-level.ts'
import type { ServiceDefinition } from '#domain/patient/service.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import type { Instant, LocalTime } from '#domain/time/instant.ts'
import type { ZoneChoice } from './device-reader.ts'
import type { NewPatientQueries } from './new-patients.ts'
import type { Reading } from './reading.ts'

/** What the overview of lists shows before a list is opened. */
export type ListsOverview = {
  counts: Record<PatientListKind, number>
  services: ServiceDefinition[]
  nextDoseAt: LocalTime | null
  nextSupervisionAt: LocalTime | null
  levels: Record<PriorityLevel, number>
  /** How many patients have a protected address. They are included in every count. */
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

/** The first rows of a list, because a list can have thousands and a screen shows the first ones. */
export type PatientRows = {
  rows: ListRow[]
  /** How many rows the list has. */
  total: number
  /** How many people are on the list. On the list of power, each device has a row. */
  people: number
  /** How many rows of the list of power are of unknown battery time. */
  unknownBatteries: number
  /** How many of them have a protected address. */
  protectedAddresses: number
  /** Where those of them are who are not at home, as somebody has signed since the list was made. */
  away: readonly Away[]
  services: ServiceDefinition[]
  asOf: Instant | null
}

/** `former` is set for a patient who is not on the device's lists any more, and whose name they still say. */
export type NamedPatient = Pick<Patient, 'id' | 'name'> & { former: FormerPatient | null }

export type VisitReading = { visit: Visit; patient: Patient | null; former: FormerPatient | null }

export type WorkListReading = { list: WorkList; visits: VisitReading[] }

export type FittingReading = WorkListReading & Pick<FittingWorkList, 'fit'>

/** A list of patients in a choice of zones, or a work list. */
export type NeighbourOrigin =
  | { kind: 'list'; list: PatientListKind; zone: ZoneChoice }
  | { kind: 'workList'; id: WorkList['id'] }

export type Neighbours = {
  previous: PatientId | null
  next: PatientId | null
  /** The first is 1. */
  place: number
  of: number
}

/** How much is on this device; null for a list that was never fetched, and for one that cannot be verified. */
export type HeldCounts = {
  /** In the order of the requested zones. */
  patientsByZone: (number | null)[]
  asOf: Instant | null
  cards: number | null
  forms: number | null
  /** The number of patients with details, and of all patients; `sheets`: of those whose list brought medicines. */
  details: { done: number; of: number; sheets: number }
}

/** What staff signed since the lists were made, of all the employee's zones. */
export type AmendmentsReading = {
  /** What lies on top of the lists now, newest first. */
  standing: readonly ShownAmendment[]
  /** What was true until a later amendment about the same thing. */
  replaced: readonly ShownAmendment[]
  /** What a list says otherwise of, decided or not. */
  contradicted: readonly ShownAmendment[]
}

/** `title` is null where the phone has no list of the zone's employees. */
export type Colleague = { employeeId: EmployeeId; name: string; title: string | null }

/** Queries of the screens. They are answered in the worker, so that only answers are sent to the page. */
export interface DeviceQueries extends NewPatientQueries {
  /**
   * When the lists that the zones' people stand on were made: the zone with the oldest list decides.
   * Null when there are none. That they were fetched just now makes no list younger.
   */
  listsMadeAt(zones: readonly ZoneId[]): Promise<Instant | null>
  overview(zone: ZoneChoice): Promise<Reading<ListsOverview>>
  patientRows(
    list: { kind: PatientListKind; zone: ZoneChoice },
    maxRows: number,
  ): Promise<Reading<PatientRows>>
  searchPatients(text: string, zone: ZoneChoice): Promise<Reading<Patient[]>>
  /** Of those who have left the lists. */
  searchFormer(text: string, zone: ZoneChoice): Promise<FormerPatient[]>
  /** Null when no list has this id. */
  workList(id: WorkList['id']): Promise<Reading<WorkListReading | null>>
  /** Who stands before and after a patient on the list that her card was opened from; null when she is not on it. */
  neighbours(origin: NeighbourOrigin, patientId: PatientId): Promise<Neighbours | null>
  /** The lists of a shift in all of the employee's zones, or the nearest patterns. */
  fittingWorkLists(shift: Shift): Promise<Reading<FittingReading[]>>
  /** Answers the patients whose names notes and entries are shown with, sorted by name; also those who have left the lists. */
  patientsByName(ids: readonly PatientId[]): Promise<Reading<NamedPatient[]>>
  /**
   * A zone's employees by name, as the server has sent them; before it has, whom this phone knows of: who wrote about its
   * patients, calls down its lists or said something during an incident.
   */
  colleagues(zone: ZoneId): Promise<Reading<Colleague[]>>
  /** Her own count before the server has them. */
  amendments(): Promise<Reading<AmendmentsReading>>
  /** Counts what is on this device of each list. */
  countHeld(zones: readonly ZoneId[]): Promise<HeldCounts>
}
