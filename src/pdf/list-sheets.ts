import { amendmentsByPatient, shownAway } from '#domain/amendments/by-patient.ts'
import type { BinderContent } from '#domain/binder/binder.ts'
import type { Visit, WorkList } from '#domain/lists/work-list.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { awayCountText } from '#text/nb/words/amendments/amendment.ts'
import { shiftText } from '#text/nb/words/shift.ts'
import { Flow } from './flow.ts'
import type { PatientList } from './patient-lists.ts'
import { formerPersonCell, personCell } from './person-cell.ts'
import { styles, type Sheet, type Typesetter } from './sheet.ts'
import { compact, piece, plain, roomy, table, type Cell } from './table.ts'
import { filled, noneText } from './wording.ts'

export function patientListSheets(
  list: PatientList,
  place: { subtitle: string; none: string; tab: string; set: Typesetter },
): Sheet[] {
  const flow = new Flow(place.set, { title: list.title, subtitle: place.subtitle, tab: place.tab })
  flow.anchor(`tab/${place.tab}`)
  if (list.rows.length === 0) {
    flow.paragraph(place.none, styles.body)
    return flow.sheets
  }
  const away = awayCountText(awayOnList(list))
  if (away !== null) {
    flow.paragraph(`${binderText.contents.count(list.people)}, ${away}`, styles.strong)
    flow.gap(4)
  }
  const rows = list.rows.map((row) => list.columns.map(({ cell }) => cell(row)))
  table(flow, list.columns, rows, list.isCompact ? compact : roomy)
  flow.need(40)
  flow.gap(8)
  if (!list.isCompact) flow.paragraph(`${list.note} ☐ ${binderText.allReached}`.trim(), styles.body)
  else if (list.note !== '') flow.paragraph(list.note, styles.body)
  return flow.sheets
}

/** Each patient once, however many rows she has. */
function awayOnList({ rows }: PatientList) {
  const byPatient = new Map(rows.map(({ patient, amendments }) => [patient.id, amendments]))
  return [...byPatient.values()].map(shownAway)
}

const { columns: heads, workList: text } = binderText

const workListColumns = [
  { head: heads.visitAt, share: 62 },
  { head: heads.person, share: 190 },
  { head: heads.tasks, share: 160 },
  { head: heads.medicine, share: 60 },
  { head: heads.postpone, share: 62 },
  { head: heads.done, share: 80 },
]

/** Lays out all work lists of the zone, each from a new page. */
export function workListSheets(
  content: BinderContent,
  place: { subtitle: string; tab: string; set: Typesetter },
): Sheet[] {
  const amendmentsOf = amendmentsByPatient(content.amendments)
  const patientsById = new Map(content.patients.map((patient) => [patient.id, patient]))
  const formerById = new Map(content.formerPatients.map((former) => [former.patientId, former]))
  const person = ({ patientId }: Visit): Cell => {
    const patient = patientsById.get(patientId)
    if (patient !== undefined) return personCell(patient, amendmentsOf(patientId))
    const former = formerById.get(patientId)
    return former === undefined ? [piece(text.unknownPatient)] : formerPersonCell(former)
  }
  return content.workLists.flatMap((workList) => {
    const flow = new Flow(place.set, {
      title: workListTitle(workList),
      subtitle: place.subtitle,
      tab: place.tab,
    })
    flow.anchor(`workList/${workList.id}`)
    const visits = workList.visits.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
    const rows = visits.map((visit) => visitRow(visit, person(visit)))
    if (rows.length === 0) flow.paragraph(noneText(content), styles.body)
    else table(flow, workListColumns, rows, roomy)
    return flow.sheets
  })
}

export function workListTitle(workList: WorkList): string {
  return text.title(shiftText(workList).toLowerCase())
}

function visitRow(visit: Visit, person: Cell): Cell[] {
  const facts = [
    visit.minutes === null ? null : text.minutes(visit.minutes),
    visit.staff > 1 ? text.staff(visit.staff) : null,
    visit.route,
  ]
  return [
    [piece(visit.startsAt, styles.name), ...filled(facts).map((fact) => piece(fact, styles.small))],
    person,
    [...plain(visit.tasks.join(', ')), ...plain(visit.remark)],
    plain(visit.medicationAt),
    [
      piece(
        visit.postponableUntil === null ? text.notPostponable : text.until(visit.postponableUntil),
      ),
    ],
    [],
  ]
}
