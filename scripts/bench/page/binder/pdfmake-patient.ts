import type { PatientDetails } from '#domain/patient/patient-details.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { contentWidth } from '#pdf/sheet.ts'
import { fullAddress } from '#text/nb/words/address.ts'
import { contactText } from '#text/nb/words/contact.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { durationWords, fullDate } from '#text/nb/words/time.ts'
import { dayAndMomentText, filled } from '#pdf/wording.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { type Content, table, title } from './pdfmake-parts.ts'

const { patient: text, medication: medicine } = binderText

/** Hovedkort and legemiddelark, on a page of their own. */
export function pdfmakePatient(
  patient: Patient,
  details: PatientDetails | null,
  zone: string,
): Content[] {
  const born = patient.bornOn === null ? text.bornUnknown : text.born(fullDate(patient.bornOn))
  return [
    title(lookupName(patient.name), `patient/${patient.id}`),
    text.subtitle(born, patient.ehrId ?? text.noEhrId, zone, dayAndMomentText(patient.asOf)),
    { text: reach(patient), fontSize: 11.6, bold: true },
    {
      text: `${patient.priority?.level} · ${patient.priority?.reasons.map(({ kind }) => kind).join(' · ')}`,
      bold: true,
    },
    ...(patient.critical.length === 0
      ? []
      : [{ table: { widths: ['*'], body: [[critical(patient)]] } }]),
    heading(text.card),
    facts(patient, details),
    ...(patient.devices.length === 0 ? [] : [heading(text.devices), devices(patient)]),
    heading(medicine.title),
    ...(details === null ? [] : [medications(details)]),
    heading(text.changes),
    ...Array.from({ length: 4 }, () => ({
      canvas: [{ type: 'line', x1: 0, y1: 24, x2: contentWidth, y2: 24, lineWidth: 0.5 }],
    })),
  ]
}

function heading(words: string): Content {
  return { text: words, fontSize: 12.5, bold: true, margin: [0, 8, 0, 3] }
}

function reach({ address, phone }: Patient): string {
  return filled([address && fullAddress(address), phone && phoneText(phone)]).join(' · ')
}

function critical({ critical, remarks }: Patient): Content {
  const lines = critical.map(({ kind, text: words }) => `${text.criticalKinds[kind]}: ${words}`)
  return { stack: [...lines, ...remarks], bold: true }
}

function facts(patient: Patient, details: PatientDetails | null): Content {
  const doctor = patient.generalPractitioner
  const rows: [label: string, lines: readonly string[]][] = [
    [text.nextOfKin, patient.nextOfKin.map(contactText)],
    [
      text.doctor,
      doctor === null ? [] : [filled([doctor.name, doctor.office, doctor.phone]).join(', ')],
    ],
    [text.access, patient.access.map(({ description }) => description)],
    [text.services, [patient.services.join(', ')]],
    [text.living, [patient.livesAlone === true ? text.alone : text.notAlone]],
    [text.mobility, filled([patient.mobility])],
    [text.communication, filled([patient.communication])],
    [text.diagnoses, [details?.diagnoses.join(', ') ?? '']],
  ]
  return {
    layout: 'noBorders',
    table: {
      widths: [104, '*'],
      body: rows
        .filter(([, lines]) => lines.length > 0)
        .map(([label, lines]) => [{ text: label, fontSize: 9, bold: true }, { stack: lines }]),
    },
  }
}

function devices(patient: Patient): Content {
  const shares = [170, 60, 150, 64, 74]
  const columns = text.deviceColumns.map((head, i) => ({ head, share: shares[i] ?? 0 }))
  const rows = patient.devices.map((device) => [
    filled([device.listedAs, device.description]).map((line) => ({ text: line })),
    minutesCell(device.batteryMinutes),
    filled([device.reserve]).map((line) => ({ text: line })),
    minutesCell(device.toleranceMinutes),
    [],
  ])
  return table(columns, rows, 2)
}

function minutesCell(count: number | null) {
  return [{ text: count === null ? binderText.unknown : durationWords(count) }]
}

function medications({ medications: all }: PatientDetails): Content {
  const shares = [170, 118, 46, 130, 72]
  const columns = medicine.columns.map((head, i) => ({ head, share: shares[i] ?? 0 }))
  const rows = all.map(({ name, form, strength, doses, dosageText, route, indication, kind }) => [
    [
      { text: name, style: { size: 10.1, weight: 'bold' as const } },
      { text: filled([form, strength]).join(', ') },
    ],
    [
      ...(kind === 'regular' ? [] : [{ text: medicine.kinds[kind] }]),
      ...doses.map(({ at, amount }) => ({ text: `kl. ${at} · ${amount}` })),
      ...filled([doses.length === 0 ? dosageText : null]).map((words) => ({ text: words })),
    ],
    filled([route]).map((words) => ({ text: words })),
    filled([indication]).map((words) => ({ text: words })),
    [],
  ])
  return table(columns, rows, 2)
}
