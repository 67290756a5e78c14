import type { Amendment, ProtectedAmendment } from '#domain/amendments/amendment.ts'
import { type AddressClass, amendmentOfNote } from '#domain/amendments/amendment-of-note.ts'
import type { EntryId, PatientId } from '#domain/base/ids.ts'
import type { Patient } from '#domain/patient/patient.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'

/** For how long after its receipt an own entry counts that no stream has: then it may be settled and gone from there. */
const replayedDays = 14

/** The employee's own entries as the amendments that they will be once the server has received them. */
export function ownAmendments(
  entries: readonly OwnEntry[],
  addressOf: (id: PatientId) => AddressClass,
  now: Instant,
): { amendments: Amendment[]; hidden: ProtectedAmendment[] } {
  const earliest = plusMinutes(now, -replayedDays * 24 * 60)
  const parts = entries.flatMap(({ content, state, zone, receivedAt, entryId, form }) => {
    if (content.kind !== 'open' || content.value.kind !== 'form') return []
    if (state === 'rejected' || zone === null) return []
    if (receivedAt !== null && receivedAt < earliest) return []
    const { value } = content
    const address = value.patientId === null ? 'protected' : addressOf(value.patientId)
    const signed = { ...value, entryId, form, zone, receivedAt }
    return amendmentOfNote(signed, address) ?? []
  })
  return {
    amendments: parts.flatMap(({ open, details }) => [open, details].filter((one) => one !== null)),
    hidden: parts.flatMap(({ hidden }) => hidden ?? []),
  }
}

/** Of a patient who is on no list of this phone nobody knows whether her address is protected. */
export function addressClasses(patients: readonly Patient[]): (id: PatientId) => AddressClass {
  const open = new Set(
    patients.filter(({ addressProtection }) => addressProtection === 'none').map(({ id }) => id),
  )
  return (id) => (open.has(id) ? 'open' : 'protected')
}

/** Those of the streams, and of the employee's own those that no stream has. */
export function withOwn(
  received: readonly Amendment[],
  own: readonly Amendment[],
): readonly Amendment[] {
  const known = new Set<EntryId>(received.map(({ entryId }) => entryId))
  return [...received, ...own.filter(({ entryId }) => !known.has(entryId))]
}
