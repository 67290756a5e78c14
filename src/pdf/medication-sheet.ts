import { type AmendedMedicine, amendedMedicines } from '#domain/amendments/amended-medicines.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Medication } from '#domain/patient/medication.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { Flow } from './flow.ts'
import { styles } from './sheet.ts'
import { amendmentPieces } from './person-cell.ts'
import { compact, piece, plain, table, type Cell, type Piece } from './table.ts'
import { fullDate } from '#text/nb/words/time.ts'
import { dayAndMomentText, filled } from './wording.ts'

const text = binderText.medication

const shares = [156, 110, 70, 132, 68]

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
  table(flow, columns, lines.toSorted(byUrgency).map(medicineRow), compact)
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
function byUrgency(a: AmendedMedicine, b: AmendedMedicine): number {
  return rankOf(a) - rankOf(b)
}

/** What is not on the list comes first: nobody has seen it there before. */
function rankOf({ medication }: AmendedMedicine): number {
  return medication === null ? -1 : rank(medication)
}

function rank({ timeCritical, kind, stoppedOn }: Medication): number {
  if (stoppedOn !== null) return 4
  if (timeCritical) return 0
  return { regular: 1, course: 2, asNeeded: 3 }[kind]
}

function medicineRow({ medication, amendments }: AmendedMedicine): Cell[] {
  const changed = amendmentPieces(amendments)
  if (medication === null) return [changed, [], [], [], []]
  const [what = [], when = [], ...rest] = medicationRow(medication)
  return [what, [...when, ...changed], ...rest]
}

function medicationRow(medication: Medication): Piece[][] {
  const { name, activeIngredient, form, strength, doses, dosageText } = medication
  const what = [activeIngredient === name ? null : activeIngredient, form, strength]
  return [
    [
      piece(medication.timeCritical ? `${name} – ${text.timeCritical}` : name, styles.strong),
      ...plain(filled(what).join(', ')),
    ],
    [
      ...(medication.kind === 'regular' ? [] : [piece(text.kinds[medication.kind], styles.strong)]),
      ...doses.map(({ at, amount }) => piece(`kl.\u00a0${at}\u00a0· ${amount}`)),
      ...plain(doses.length === 0 ? dosageText : null),
    ],
    plain(medication.route),
    plain(notes(medication).join('. ')),
    [],
  ]
}

function notes({
  indication,
  remark,
  multidose,
  startedOn,
  stoppedOn,
  kind,
}: Medication): string[] {
  return filled([
    indication,
    remark,
    multidose ? text.multidose : null,
    kind === 'course' && startedOn !== null ? text.from(fullDate(startedOn)) : null,
    stoppedOn === null ? null : text.stopped(fullDate(stoppedOn)),
  ])
}
