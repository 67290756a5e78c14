import { type AmendedMedicine, amendedMedicines } from '#domain/amendments/amended-medicines.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Medication } from '#domain/patient/medication.ts'
import { type LocalDate, localClock } from '#domain/time/instant.ts'
import { isStopped } from '#domain/amendments/same-medicine.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { Flow } from './flow.ts'
import { styles } from './sheet.ts'
import { amendmentPieces } from './person-cell.ts'
import { compact, piece, plain, table, type Cell, type Piece } from './table.ts'
import { medicationWords } from '#text/nb/words/medicines/medication-words.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { dayAndMomentText, filled } from './wording.ts'

const text = binderText.medication

const shares = [146, 140, 66, 116, 68]

export function drawMedicationSheet(
  flow: Flow,
  details: PatientDetails | null,
  amendments: readonly ShownAmendment[],
): void {
  flow.section(text.title)
  if (details === null) {
    flow.paragraph(text.missing, styles.body)
    return
  }
  const reviewed =
    details.medicationsReviewedOn === null
      ? text.neverReviewed
      : text.reviewed(fullDate(details.medicationsReviewedOn))
  const head = [
    text.asOf(dayAndMomentText(details.asOf)),
    reviewed,
    details.pharmacy === null ? null : text.pharmacy(details.pharmacy),
  ]
  flow.paragraph(filled(head).join(' · '), styles.body)
  const lines = amendedMedicines(details.medications, amendments)
  if (lines.length === 0) {
    flow.paragraph(text.none, styles.body)
    return
  }
  flow.gap(3)
  const columns = text.columns.map((head, i) => ({ head, share: shares[i] ?? 0 }))
  const { on } = localClock(details.asOf)
  const rows = lines.toSorted(byUrgency(on)).map((line) => medicineRow(line, on))
  table(flow, columns, rows, compact)
}

/** Measures the height of the sheet, by drawing it where it is not printed. */
export function heightOfMedicationSheet(
  flow: Flow,
  details: PatientDetails | null,
  amendments: readonly ShownAmendment[],
): number {
  const aside = new Flow(flow.set, { title: '', subtitle: '', tab: null })
  const top = aside.y
  drawMedicationSheet(aside, details, amendments)
  return aside.sheets.length > 1 ? Infinity : aside.y - top
}

/** Sorts time-critical medicines first, then those with fixed times, then those given as needed. */
function byUrgency(on: LocalDate): (a: AmendedMedicine, b: AmendedMedicine) => number {
  return (a, b) => rankOf(a, on) - rankOf(b, on)
}

/** What is not on the list comes first: nobody has seen it there before. */
function rankOf({ medication }: AmendedMedicine, on: LocalDate): number {
  return medication === null ? -1 : rank(medication, on)
}

function rank(medication: Medication, on: LocalDate): number {
  if (isStopped(medication, on)) return 4
  if (medication.timeCritical) return 0
  return { regular: 1, course: 2, asNeeded: 3 }[medication.kind]
}

function medicineRow({ medication, amendments }: AmendedMedicine, on: LocalDate): Cell[] {
  const changed = amendmentPieces(amendments)
  if (medication === null) return [changed, [], [], [], []]
  const [what = [], when = [], ...rest] = medicationRow(medication, on)
  return [what, [...when, ...changed], ...rest]
}

function medicationRow(medication: Medication, on: LocalDate): Piece[][] {
  const { name, what, times, dosage, notes } = medicationWords(medication, on)
  return [
    [
      piece(medication.timeCritical ? `${name} – ${text.timeCritical}` : name, styles.strong),
      ...plain(what.join(', ')),
    ],
    [
      ...(medication.kind === 'regular' ? [] : [piece(text.kinds[medication.kind], styles.strong)]),
      ...times.map((time) => piece(time)),
      ...dosage.map((words) => piece(words)),
    ],
    plain(medication.route),
    plain(notes.join(' · ')),
    [],
  ]
}
