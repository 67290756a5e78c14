import type { HeldReason } from '#domain/entries/held-note.ts'
import type { NoteMark } from '#domain/entries/note.ts'

/** An author whom the server has no account of; what the entry calls her is not believed. */
export const unknownAuthorText = 'Ukjent konto'

const marks = {
  accountClosed: 'skrevet etter at kontoen var avsluttet',
  deviceClosed: 'skrevet etter at telefonen var sperret',
  roleEnded: 'skrevet etter at den som skrev ikke lenger hadde rollen',
  zoneEnded: 'skrevet etter at den som skrev ikke lenger hadde sonen',
  patientLeft: 'skrevet etter at brukeren hadde gått ut av sonens liste',
  eventAhead: 'tidspunktet er fram i tid',
  writtenAhead: 'telefonens klokke gikk for fort',
} as const satisfies Record<NoteMark, string>

export function noteMarkText(mark: NoteMark): string {
  return marks[mark]
}

const reasons = {
  unknownAuthor: 'Serveren kjenner ikke kontoen som skrev det.',
  abuse: 'Kontoen eller telefonen er sperret for misbruk.',
  credentialExpired: 'Telefonen har ikke vært innom serveren på lenge.',
  accountClosed: 'Kontoen var avsluttet.',
  deviceClosed: 'Telefonen var sperret.',
  role: 'Den som skrev, har ikke en rolle som skriver notater.',
  zone: 'Den som skrev, har ikke denne sonen.',
  patient: 'Brukeren står ikke på sonens liste.',
} as const satisfies Record<HeldReason, string>

export function heldReasonText(reason: HeldReason): string {
  return reasons[reason]
}
