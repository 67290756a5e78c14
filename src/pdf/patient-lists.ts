import { amendmentsByPatient } from '#domain/amendments/by-patient.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import { norwegianCollator } from '#domain/lists/name-order.ts'
import { patientList, type PatientListKind } from '#domain/lists/patient-list.ts'
import { withFacts } from '#domain/lists/row-facts.ts'
import { addressShown, phoneShown } from '#domain/patient/address-shown.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { ServiceMeaning } from '#domain/patient/service.ts'
import { LocalTime } from '#domain/time/instant.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { addressText } from '#text/nb/words/address.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { amendmentPieces } from './person-cell.ts'
import {
  accessCell,
  batteryCell,
  householdCell,
  deviceCell,
  helpWithinCell,
  needsCell,
  personRowCell,
  priorityCell,
  reasonsCell,
  servicesCell,
  timesCell,
  type PrintedRow,
  type RowCell,
} from './row-cells.ts'
import { styles } from './sheet.ts'
import { piece, plain, type Column } from './table.ts'

/** A list of the weekly pack: its patients, and the text of each column about a patient. */
export type PatientList = {
  kind: PatientListKind
  title: string
  note: string
  /** True for a list that is only read; rows that staff write in need more height. */
  isCompact: boolean
  columns: readonly (Column & { cell: RowCell })[]
  rows: readonly PrintedRow[]
  people: number
}

const { columns: heads, lists: texts } = binderText

const priority = { head: heads.priority, share: 34, cell: priorityCell }
const person = { head: heads.person, share: 214, cell: personRowCell }
const household = { head: heads.whoIsThere, share: 138, cell: householdCell }
const needs = { head: heads.needs, share: 130, cell: needsCell }

function blank(head: string): PatientList['columns'][number] {
  return { head, share: 76, cell: () => [] }
}

/** A binder is used for a week, so its times start at midnight. */
const midnight = LocalTime.parse('00:00')

/** Returns the patients of a list, in the same order as on the screens. */
export function patientsOf(kind: PatientListKind, content: BinderContent): Patient[] {
  return rowsOf(kind, content).map(({ patient }) => patient)
}

function rowsOf(kind: PatientListKind, content: BinderContent): PrintedRow[] {
  const { services, deviceKinds: kinds } = content
  const context = { services, kinds, from: midnight, collator: norwegianCollator() }
  const amendmentsOf = amendmentsByPatient(content.amendments)
  return withFacts(kind, patientList(kind, content.patients, context), kinds).map((row) => ({
    ...row,
    amendments: amendmentsOf(row.patient.id),
  }))
}

/** Makes the lists, in the order in which an outage needs them. */
export function patientLists(content: BinderContent): PatientList[] {
  const list = (
    kind: PatientListKind,
    look: Pick<PatientList, 'title' | 'note' | 'isCompact' | 'columns'>,
  ): PatientList => {
    const rows = rowsOf(kind, content)
    return { kind, ...look, rows, people: new Set(rows.map(({ patient }) => patient)).size }
  }
  const byMeaning = (
    meaning: Exclude<ServiceMeaning, 'other'>,
    columns: PatientList['columns'],
  ): PatientList => {
    const codes = content.services.filter((service) => service.meaning === meaning)
    const { title, note } = texts[meaning]
    const coded = binderText.listTitle(codes.map(({ code }) => code).join('/'), title)
    return list(meaning, {
      title: codes.length === 0 ? title : coded,
      note,
      isCompact: false,
      columns,
    })
  }
  return [
    list('priority', {
      ...texts.priority,
      isCompact: true,
      columns: [
        priority,
        person,
        { head: heads.reasons, share: 170, cell: reasonsCell },
        household,
      ],
    }),
    byMeaning('lifeEssentialPower', [
      priority,
      { ...person, share: 170 },
      // Wide enough for «Oksygenkonsentrator», which must not be split.
      { head: heads.device, share: 164, cell: deviceCell },
      { head: heads.lasts, share: 56, cell: batteryCell },
      { head: heads.helpWithin, share: 56, cell: helpWithinCell },
      { ...household, share: 132 },
      { ...blank(heads.emptyAt), share: 70 },
    ]),
    byMeaning('safetyAlarm', [priority, person, needs, household, blank(heads.reached)]),
    byMeaning('medicineDispenser', [
      { head: heads.doseTimes, share: 62, cell: timesCell },
      priority,
      { ...person, share: 196 },
      { head: heads.dispenser, share: 142, cell: deviceCell },
      household,
      blank(heads.given),
    ]),
    byMeaning('digitalSupervision', [
      { head: heads.supervisionTimes, share: 62, cell: timesCell },
      priority,
      { ...person, share: 196 },
      needs,
      household,
      blank(heads.seen),
    ]),
    byMeaning('localisation', [priority, person, needs, household, blank(heads.seen)]),
    list('access', {
      ...texts.access,
      isCompact: true,
      columns: [person, { head: heads.access, share: 270, cell: accessCell }, blank(heads.gotIn)],
    }),
    list('all', { ...texts.everyone, isCompact: true, columns: everyone }),
  ]
}

const everyone: PatientList['columns'] = [
  { ...priority, share: 30 },
  {
    head: heads.name,
    share: 150,
    cell: ({ patient, amendments }) => [
      piece(lookupName(patient.name), styles.strong),
      ...amendmentPieces(amendments),
    ],
  },
  {
    head: heads.address,
    share: 150,
    cell: ({ patient }) => plain(addressText(addressShown(patient))),
  },
  {
    head: heads.phone,
    // Wide enough for a foreign number, so that no number is split.
    share: 92,
    cell: ({ patient }) => {
      const phone = phoneShown(patient)
      return plain(phone && phoneText(phone))
    },
  },
  { head: heads.services, share: 84, cell: servicesCell },
  { head: heads.page, share: 34, cell: ({ patient }) => ({ anchor: `patient/${patient.id}` }) },
]
