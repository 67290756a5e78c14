import type { BinderContent } from '#domain/binder/binder.ts'
import { findLevelOfKind, type DeviceKind } from '#domain/patient/device-kind.ts'
import { LocalTime } from '#domain/time/instant.ts'
import {
  norwegianCollator,
  patientList,
  type PatientListContext,
  type PatientListKind,
} from '#domain/lists/patient-list.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import type { ServiceMeaning } from '#domain/patient/service.ts'
import { binderText } from '#text/nb/print/binder.ts'
import {
  companyCell,
  deviceCell,
  hasProtectedAddress,
  lastsCell,
  personCell,
  priorityCell,
} from './person-cell.ts'
import { styles } from './sheet.ts'
import { piece, plain, type Cell, type Column, type Piece } from './table.ts'
import { listName, phoneText, streetText } from './wording.ts'

/** A list of the weekly pack: who is on it, and what each column says of her. */
export type PatientList = {
  title: string
  note: string
  /** Rows to be written in are roomy; what is only looked up in is compact. */
  isCompact: boolean
  columns: readonly (Column & { cell: (patient: Patient, device: PoweredDevice | null) => Cell })[]
  rows: readonly ListRow[]
  people: number
}

/** A patient; on the list of power she has a row for each device, for each runs empty on its own. */
export type ListRow = { patient: Patient; device: PoweredDevice | null }

const { columns: heads, lists: texts } = binderText

const priority = { head: heads.priority, share: 34, cell: priorityCell }
const person = { head: heads.person, share: 214, cell: personCell }
const company = { head: heads.whoIsThere, share: 138, cell: companyCell }

function blank(head: string): PatientList['columns'][number] {
  return { head, share: 76, cell: () => [] }
}

function times(head: string, of: (patient: Patient) => readonly string[]) {
  const cell = (patient: Patient): Piece[] => {
    const all = of(patient)
    return [piece(all.length === 0 ? binderText.unknown : all.join(', '), styles.strong)]
  }
  return { head, share: 70, cell }
}

/** A binder stands on the shelf for a week, so its times run from midnight. */
const midnight = LocalTime.parse('00:00')

/** The patients of a list in its order, as the screens have it. */
export function patientsOf(kind: PatientListKind, content: BinderContent): Patient[] {
  const context: PatientListContext = {
    services: content.services,
    from: midnight,
    collator: norwegianCollator(),
  }
  return patientList(kind, content.patients, context).map(({ patient }) => patient)
}

/** The lists in the order in which an outage asks for them. */
export function patientLists(content: BinderContent): PatientList[] {
  const byMeaning = (
    meaning: Exclude<ServiceMeaning, 'other'>,
    columns: PatientList['columns'],
  ): PatientList => {
    const codes = content.services.filter((service) => service.meaning === meaning)
    const title = texts[meaning].title
    return {
      title:
        codes.length === 0
          ? title
          : binderText.listTitle(codes.map(({ code }) => code).join('/'), title),
      note: texts[meaning].note,
      isCompact: false,
      columns,
      ...plainRows(patientsOf(meaning, content)),
    }
  }
  const power = byMeaning('lifeEssentialPower', [
    priority,
    { ...person, share: 204 },
    powerDevice,
    lasts,
    { ...company, share: 134 },
    blank(heads.emptyAt),
  ])
  return [
    {
      ...texts.priority,
      isCompact: true,
      columns: [priority, person, reasons, company],
      ...plainRows(patientsOf('priority', content)),
    },
    { ...power, rows: powerRows(power.rows, content.deviceKinds) },
    byMeaning('safetyAlarm', [priority, person, needs, company, blank(heads.reached)]),
    byMeaning('medicineDispenser', [
      times(heads.doseTimes, ({ doseTimes }) => doseTimes),
      person,
      warningDevices(content.deviceKinds),
      company,
      blank(heads.given),
    ]),
    byMeaning('digitalSupervision', [
      times(heads.supervisionTimes, ({ supervisionTimes }) => supervisionTimes),
      person,
      needs,
      company,
      blank(heads.seen),
    ]),
    byMeaning('localisation', [priority, person, needs, nextOfKin, blank(heads.seen)]),
    {
      ...texts.access,
      isCompact: true,
      columns: [person, access, offline, blank(heads.gotIn)],
      ...plainRows(patientsOf('access', content)),
    },
    {
      ...texts.everyone,
      isCompact: true,
      columns: everyone,
      ...plainRows(patientsOf('all', content)),
    },
  ]
}

function plainRows(patients: readonly Patient[]): Pick<PatientList, 'rows' | 'people'> {
  return { rows: patients.map((patient) => ({ patient, device: null })), people: patients.length }
}

/**
 * A row for each device that somebody depends on. Within a level the known times come first, shortest
 * first; a patient without a recorded device keeps her row, since somebody has to ask.
 */
function powerRows(rows: readonly ListRow[], kinds: readonly DeviceKind[]): ListRow[] {
  return rows
    .flatMap(({ patient }): ListRow[] => {
      const devices = patient.devices.filter(({ kind }) => findLevelOfKind(kind, kinds) !== null)
      return devices.length === 0
        ? [{ patient, device: null }]
        : devices.map((device) => ({ patient, device }))
    })
    .toSorted((a, b) => {
      const isSameLevel = a.patient.priority?.level === b.patient.priority?.level
      return isSameLevel ? minutesOf(a) - minutesOf(b) : 0
    })
}

function minutesOf({ device }: ListRow): number {
  return device?.batteryMinutes ?? Number.MAX_SAFE_INTEGER
}

const powerDevice: PatientList['columns'][number] = {
  head: heads.device,
  share: 172,
  cell: (_patient, device) => (device === null ? [] : [deviceCell(device)]),
}

const lasts: PatientList['columns'][number] = {
  head: heads.lasts,
  share: 58,
  cell: (_patient, device) => [lastsCell(device?.batteryMinutes ?? null)],
}

/** What falls silent without power: the devices that are no life support. */
function warningDevices(kinds: readonly DeviceKind[]): PatientList['columns'][number] {
  const cell = ({ devices }: Patient): Piece[] =>
    devices.filter(({ kind }) => findLevelOfKind(kind, kinds) === null).map(deviceCell)
  return { head: heads.dispenser, share: 150, cell }
}

const reasons = {
  head: heads.reasons,
  share: 170,
  cell: ({ priority }: Patient): Piece[] =>
    priority === null
      ? [piece(binderText.notAssessed)]
      : plain(
          [...priority.reasons, ...(priority.confirmed === null ? [binderText.proposed] : [])].join(
            ' · ',
          ),
        ),
}

/** The first thing that can kill, and what one must know to help. */
const needs = {
  head: heads.needs,
  share: 130,
  cell: ({ critical, mobility }: Patient): Piece[] => [
    ...critical.slice(0, 1).map(({ text }) => piece(text)),
    ...plain(mobility),
  ],
}

const nextOfKin = { ...company, head: heads.nextOfKin }

const access = {
  head: heads.access,
  share: 200,
  cell: (patient: Patient): Piece[] =>
    hasProtectedAddress(patient)
      ? [piece(binderText.protectedHow)]
      : patient.access.length === 0
        ? [piece(binderText.notRecorded)]
        : patient.access.map(({ kind, description, hasCode }) =>
            piece(
              [description === '' ? binderText.accessKinds[kind] : description]
                .concat(hasCode ? [binderText.hasCode] : [])
                .join(' · '),
            ),
          ),
}

const offline = {
  head: heads.offline,
  share: 70,
  cell: (patient: Patient): Piece[] =>
    hasProtectedAddress(patient)
      ? []
      : patient.access.map(({ worksOffline }) => piece(offlineText(worksOffline), styles.strong)),
}

export function offlineText(worksOffline: boolean | null): string {
  if (worksOffline === null) return binderText.unknown
  return worksOffline ? binderText.yes : binderText.no
}

const everyone: PatientList['columns'] = [
  { head: heads.priority, share: 30, cell: ({ priority }) => plain(priority?.level ?? null) },
  { head: heads.name, share: 150, cell: ({ name }) => [piece(listName(name), styles.strong)] },
  {
    head: heads.address,
    share: 150,
    cell: (patient) =>
      plain(
        hasProtectedAddress(patient)
          ? binderText.protected
          : patient.address && streetText(patient.address),
      ),
  },
  {
    head: heads.phone,
    // Room for a foreign number too: none is broken.
    share: 92,
    cell: (patient) =>
      plain(hasProtectedAddress(patient) ? null : patient.phone && phoneText(patient.phone)),
  },
  { head: heads.services, share: 84, cell: ({ services }) => plain(services.join(' ')) },
  { head: heads.page, share: 34, cell: ({ id }) => ({ anchor: `patient/${id}` }) },
]
