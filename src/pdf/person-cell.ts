import { addressShown, phoneShown } from '#domain/patient/address-shown.ts'
import type { ShownAmendment } from '#domain/amendments/beside-amendment.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { FormerPatient } from '#domain/roster/former-patient.ts'
import { addressText } from '#text/nb/words/address.ts'
import { amendmentText } from '#text/nb/words/amendments/amendment.ts'
import { lookupName } from '#text/nb/words/name.ts'
import { formerPatientOnPaper } from '#text/nb/words/notes/former-patient.ts'
import { phoneText } from '#text/nb/words/phone.ts'
import { temporaryText } from '#text/nb/words/temporary-patient.ts'
import { styles } from './sheet.ts'
import { piece, plain, type Piece } from './table.ts'
import { filled } from './wording.ts'

/**
 * Makes a cell of name, address and telephone, and of what was signed since the list; of a protected address it says only
 * that it is hidden.
 */
export function personCell(patient: Patient, amendments: readonly ShownAmendment[]): Piece[] {
  const phone = phoneShown(patient)
  const where = [addressText(addressShown(patient)), phone && phoneText(phone)]
  return [
    piece(lookupName(patient.name), styles.name),
    ...plain(temporaryText(patient)),
    ...plain(filled(where).join(' · ')),
    ...amendmentPieces(amendments),
  ]
}

/** Of whoever has left the list: what her name in the patient record is found by. */
export function formerPersonCell(former: FormerPatient): Piece[] {
  return [piece(lookupName(former.name), styles.name), ...plain(formerPatientOnPaper(former))]
}

export function amendmentPieces(amendments: readonly ShownAmendment[]): Piece[] {
  return amendments.map((shown) => piece(amendmentText(shown), styles.strong))
}
