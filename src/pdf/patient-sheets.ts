import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import { accessOffline } from '#domain/patient/access-offline.ts'
import {
  addressShown,
  detailsWithoutTellingParts,
  withoutTellingParts,
} from '#domain/patient/address-shown.ts'
import { type DeviceKind, deviceNames } from '#domain/patient/device-kind.ts'
import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Contact, Patient } from '#domain/patient/patient.ts'
import { reasonNames } from '#domain/patient/priority-reason.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { Flow } from './flow.ts'
import { drawMedicationSheet, heightOfMedicationSheet } from './medication-sheet.ts'
import { area, styles, type Sheet, type Typesetter } from './sheet.ts'
import { compact, piece, plain, table, type Piece } from './table.ts'
import { addressText, fullAddress } from '#text/nb/words/address.ts'
import { amendmentsTitle, amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { contactText } from '#text/nb/words/contact.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { priorityReasonText } from '#text/nb/words/priority.ts'
import { rowFactText } from '#text/nb/words/row-fact.ts'
import { durationWords, fullDate } from '#text/nb/words/time.ts'
import { dayAndMomentText, filled } from './wording.ts'

const text = binderText.patient
const protectedAccessText = rowFactText({ kind: 'protectedAccess' })

type Place = {
  zone: string
  tab: string
  set: Typesetter
  kinds: readonly DeviceKind[]
  /** What was signed about the patient since the list. */
  amendments: readonly ShownAmendment[]
}

/** Lays out hovedkort and legemiddelark of one patient from a new page, on one page when they fit. */
export function patientSheets(
  patient: Patient,
  known: PatientDetails | null,
  { zone, tab, set, kinds, amendments }: Place,
): Sheet[] {
  const details = known && detailsWithoutTellingParts(patient, known)
  const subtitle = text.subtitle(
    patient.bornOn === null ? text.bornUnknown : text.born(fullDate(patient.bornOn)),
    patient.ehrId === null ? text.noEhrId : text.ehrId(patient.ehrId),
    zone,
    dayAndMomentText(patient.asOf),
  )
  const name = lookupName(patient.name)
  const flow = new Flow(set, { title: name, subtitle, tab })
  flow.anchor(`patient/${patient.id}`)
  drawReach(flow, patient, kinds)
  drawCritical(flow, patient)
  drawAmendments(flow, amendments)
  drawFacts(flow, patient, details)
  drawDevices(flow, patient, kinds)

  flow.heading = { title: binderText.medication.heading(name), subtitle, tab }
  // A medication sheet that does not fit in the rest of the page starts a new one, to be easier to read and replace.
  const isSplit = heightOfMedicationSheet(flow, details, amendments) > flow.left
  if (isSplit && flow.sheets.length === 1) flow.newSheet()
  drawMedicationSheet(flow, details, amendments)
  drawRoomForChanges(flow)
  return flow.sheets
}

function drawReach(flow: Flow, patient: Patient, kinds: readonly DeviceKind[]): void {
  const { priority, devices } = patient
  const shown = addressShown(patient)
  const where =
    shown.kind === 'protectedAddress'
      ? `${addressText(shown)}. ${protectedAccessText}.`
      : filled([
          patient.address && fullAddress(patient.address),
          patient.phone && phoneText(patient.phone),
        ]).join(' · ')
  flow.paragraph(where === '' ? binderText.notRecorded : where, styles.name)
  if (priority === null) {
    flow.paragraph(text.noPriority, styles.body)
    return
  }
  const confirmation =
    priority.confirmed === null
      ? text.proposed
      : text.confirmed(priority.confirmed.by, fullDate(priority.confirmed.on))
  const nameReason = reasonNames(kinds)
  const reasons = priority.reasons.map((reason) => priorityReasonText(nameReason(reason, devices)))
  const line = filled([priority.level, reasons.join(' · '), confirmation])
  flow.paragraph(line.join(' · '), styles.strong)
}

/** Draws critical information in a frame, before everything else. */
function drawCritical(flow: Flow, patient: Patient): void {
  const lines = [
    ...patient.critical.map(({ kind, text: words }) => `${text.criticalKinds[kind]}: ${words}`),
    ...patient.remarks.map((remark) => `${text.remarks}: ${remark}`),
  ].flatMap((line) => flow.set.lines(line, styles.strong, area.right - area.left - 16))
  drawFrame(flow, lines)
}

/** Draws what was signed since the list in a frame of its own, each with who and when. */
function drawAmendments(flow: Flow, amendments: readonly ShownAmendment[]): void {
  if (amendments.length === 0) return
  const texts = [amendmentsTitle, ...amendments.map(amendmentText)]
  const lines = texts.flatMap((line) =>
    flow.set.lines(line, styles.strong, area.right - area.left - 16),
  )
  // A frame that two pages share would have no end: what does not fit stands without one.
  if (lines.length * styles.strong.leading + 15 > flow.left) {
    for (const line of lines) flow.paragraph(line, styles.strong)
  } else drawFrame(flow, lines)
}

function drawFrame(flow: Flow, lines: readonly string[]): void {
  if (lines.length === 0) return
  flow.gap(7)
  const top = flow.y
  flow.gap(3)
  for (const line of lines) flow.paragraph(line, styles.strong, area.left + 8)
  flow.gap(5)
  const [x, width] = [area.left, area.right - area.left]
  flow.put({ kind: 'box', x, y: top, width, height: flow.y - top, filled: false })
}

/** Draws facts, each with its label to the left. */
function drawFacts(flow: Flow, patient: Patient, details: PatientDetails | null): void {
  const { generalPractitioner: doctor, nextOfKin } = withoutTellingParts(patient)
  const facts: [label: string, pieces: Piece[]][] = [
    [text.nextOfKin, nextOfKin.map((contact) => piece(kinText(contact)))],
    [
      text.doctor,
      plain(
        doctor &&
          filled([doctor.name, doctor.office, doctor.phone && phoneText(doctor.phone)]).join(', '),
      ),
    ],
    [text.access, accessPieces(patient)],
    [text.services, plain(patient.services.join(', '))],
    [
      text.living,
      plain(patient.livesAlone === null ? null : patient.livesAlone ? text.alone : text.notAlone),
    ],
    [text.mobility, plain(patient.mobility)],
    [text.communication, plain(patient.communication)],
    [text.diagnoses, plain(details?.diagnoses.join(', ') ?? null)],
    [text.resuscitation, plain(details?.resuscitation ?? null)],
    [text.nutrition, plain(details?.nutrition ?? null)],
  ]
  flow.section(text.card)
  const known = facts.filter(([, pieces]) => pieces.length > 0)
  const labelWidth = 112
  for (const [label, pieces] of known) {
    const lines = pieces.flatMap((part) =>
      flow.set.lines(part.text, styles.body, area.right - area.left - labelWidth),
    )
    flow.need(lines.length * styles.body.leading)
    const labelMark = flow.set.mark(label, area.left, flow.y + 10.2, styles.heading)
    flow.put(labelMark)
    for (const line of lines) flow.paragraph(line, styles.body, area.left + labelWidth)
    flow.gap(1.5)
  }
}

function kinText(contact: Contact): string {
  return contact.canLookIn
    ? `${contactText(contact)} (${binderText.canLookIn})`
    : contactText(contact)
}

function accessPieces(patient: Patient): Piece[] {
  if (addressShown(patient).kind === 'protectedAddress') return [piece(protectedAccessText)]
  return patient.access.map((access) =>
    piece(rowFactText({ kind: 'access', access, offline: accessOffline(access) })),
  )
}

function batteryPiece(minutes: number | null): Piece {
  return minutes === 0
    ? piece(rowFactText({ kind: 'noBattery' }), styles.strong)
    : lastsPiece(minutes)
}

function lastsPiece(minutes: number | null): Piece {
  return piece(minutes === null ? binderText.unknown : durationWords(minutes), styles.strong)
}

function tolerancePiece(minutes: number | null): Piece {
  return minutes === 0 ? piece(text.noTolerance, styles.strong) : lastsPiece(minutes)
}

function drawDevices(flow: Flow, patient: Patient, kinds: readonly DeviceKind[]): void {
  if (patient.devices.length === 0) return
  flow.section(text.devices)
  const shares = [170, 60, 150, 64, 74]
  const columns = text.deviceColumns.map((head, i) => ({ head, share: shares[i] ?? 0 }))
  const nameOf = deviceNames(kinds)
  const rows = patient.devices.map((device) => [
    [
      piece(nameOf(device).title, styles.strong),
      ...plain(nameOf(device).listedAs),
      ...plain(device.description),
    ],
    [batteryPiece(device.batteryMinutes)],
    [
      ...plain(device.reserve),
      ...plain(device.reserveMinutes === null ? null : durationWords(device.reserveMinutes)),
    ],
    [tolerancePiece(device.toleranceMinutes)],
    [],
  ])
  table(flow, columns, rows, compact)
}

/** Draws lines for changes that staff write by hand until the page is replaced. */
function drawRoomForChanges(flow: Flow): void {
  const lineHeight = 24
  if (flow.left < 90) return
  flow.section(text.changes)
  const lines = Math.min(6, Math.floor((flow.left - 6) / lineHeight))
  for (let i = 0; i < lines; i++) {
    flow.gap(lineHeight)
    flow.rule()
  }
}
