import type { Patient } from '#domain/patient/patient.ts'
import type { PoweredDevice } from '#domain/patient/powered-device.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { styles } from './sheet.ts'
import { piece, plain, type Piece } from './table.ts'
import { contactText, durationText, filled, listName, phoneText, streetText } from './wording.ts'

export function hasProtectedAddress(patient: Patient): boolean {
  return patient.addressProtection !== 'none'
}

/** Name, and below it address and telephone; of a protected address only that there is one. */
export function personCell(patient: Patient): Piece[] {
  return [piece(listName(patient.name), styles.name), ...plain(whereText(patient))]
}

function whereText(patient: Patient): string {
  if (hasProtectedAddress(patient)) return binderText.protected
  return filled([
    patient.address && streetText(patient.address),
    patient.phone && phoneText(patient.phone),
  ]).join(' · ')
}

export function priorityCell(patient: Patient): Piece[] {
  return patient.priority === null ? [] : [piece(patient.priority.level, styles.name)]
}

/** Who can look in, else the first next of kin: whom one calls when the patient does not answer. */
export function companyCell(patient: Patient): Piece[] {
  const near = patient.nextOfKin.filter(({ canLookIn }) => canLookIn)
  const shown = near.length > 0 ? near.slice(0, 2) : patient.nextOfKin.slice(0, 1)
  const alone = patient.livesAlone === true ? [piece(`${binderText.livesAlone}.`)] : []
  return [...alone, ...shown.map((contact) => piece(contactText(contact)))]
}

/** What it is, how it is set, and what there is instead. */
export function deviceCell({ kind, description, reserve }: PoweredDevice): Piece {
  const parts = filled([kind, description, reserve]).map((part) => part.replace(/\.$/, ''))
  return piece(parts.join('. '))
}

/** How long a battery lasts; an unknown time is said to be so. */
export function lastsCell(minutes: number | null): Piece {
  return piece(minutes === null ? binderText.unknown : durationText(minutes), styles.strong)
}
