import type { SignedForm } from '#domain/amendments/amendment-of-note.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { registrationStep } from '#domain/new-patients/registration-step.ts'
import type { RegistrationTables } from '#domain/new-patients/registered-record.ts'
import type { Patient } from '#domain/patient/patient.ts'
import type { RosterRecord } from '#domain/roster/roster-record.ts'
import { type Instant, plusMinutes } from '#domain/time/instant.ts'
import type { OwnEntry } from '#domain/vault/entry-repository.ts'

/** For how long after its receipt an own registration counts that no stream has: then she may be gone from there. */
const replayedDays = 14

/** What the employee's own entries make of the patients that the streams have. */
export type OwnRegistrations = {
  /** As they will stand; of one who is only remembered the streams' own details stay. */
  records: ReadonlyMap<PatientId, Pick<RosterRecord, 'patient'> & Partial<RosterRecord>>
  withdrawn: ReadonlySet<PatientId>
}

/** Takes the server's steps ahead, the oldest entry first. */
export function ownRegistrations(
  entries: readonly OwnEntry[],
  received: readonly Patient[],
  tables: RegistrationTables,
  now: Instant,
): OwnRegistrations {
  const earliest = plusMinutes(now, -replayedDays * 24 * 60)
  const records = new Map<PatientId, Pick<RosterRecord, 'patient'> & Partial<RosterRecord>>()
  const withdrawn = new Set<PatientId>()
  // Of the many patients of the lists only those matter whose id an entry may name.
  const known = new Map(received.map((patient) => [patient.id, patient]))
  for (const note of signedForms(entries, earliest)) {
    const step = registrationStep([...known.values()], note, tables)
    if (step === null) continue
    if (step.kind === 'withdrawn') {
      known.delete(step.patient.id)
      records.delete(step.patient.id)
      withdrawn.add(step.patient.id)
      continue
    }
    const record = step.kind === 'registered' ? step.record : { patient: step.patient }
    known.set(record.patient.id, record.patient)
    records.set(record.patient.id, { ...records.get(record.patient.id), ...record })
  }
  return { records, withdrawn }
}

function signedForms(entries: readonly OwnEntry[], earliest: Instant): SignedForm[] {
  return entries
    .toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1))
    .flatMap(({ content, state, zone, receivedAt, entryId, form }): SignedForm[] => {
      if (content.kind !== 'open' || content.value.kind !== 'form') return []
      if (state === 'rejected' || zone === null) return []
      if (receivedAt !== null && receivedAt < earliest) return []
      return [{ ...content.value, entryId, form, zone, receivedAt }]
    })
}
