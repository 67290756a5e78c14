import type { SignedForm } from '../amendments/amendment-of-note.ts'
import type { EntryId } from '../base/ids.ts'
import type { Patient, TemporaryPatient } from '../patient/patient.ts'
import type { RosterRecord } from '../roster/roster-record.ts'
import { type Instant, instantFromMilliseconds, millisecondsFromInstant } from '../time/instant.ts'
import { registers } from './registration.ts'
import { registeredRecord, type RegistrationTables } from './registered-record.ts'

/** What a signed form makes of a zone's temporary patients. */
export type RegistrationStep =
  | { kind: 'registered'; record: RosterRecord }
  /** An older correction than the one that stands: it is remembered, so that it is found by its id. */
  | { kind: 'remembered'; patient: Patient }
  | { kind: 'withdrawn'; patient: Patient }

/**
 * Server and phone take the same step for each signed form, given the patients that there are: a registration makes a
 * patient, a correction of its author says her anew, a withdrawal takes her away. Null when it does nothing, also when it
 * was taken before. The same corrections in any order give the same patient.
 */
export function registrationStep(
  patients: readonly Patient[],
  note: SignedForm,
  tables: RegistrationTables,
): RegistrationStep | null {
  if (note.withdraws !== undefined) {
    const patient = ownPatient(patients, note, note.withdraws.entryId)
    return patient === null ? null : { kind: 'withdrawn', patient }
  }
  if (!registers(note)) return null
  const record = registeredRecord(note, tables)
  if (note.corrects === null) {
    const isTaken = patients.some(({ id }) => id === record.patient.id)
    return isTaken ? null : { kind: 'registered', record }
  }
  const before = ownPatient(patients, note, note.corrects.entryId)
  if (before === null || entryOf(before, note.entryId) !== null) return null
  return corrected(before, { ...note, corrects: note.corrects }, record)
}

type Registered = Patient & { temporary: TemporaryPatient }

/** Whom an entry of the same author has registered. */
function ownPatient(
  patients: readonly Patient[],
  { author }: Pick<SignedForm, 'author'>,
  entryId: EntryId,
): Registered | null {
  for (const patient of patients) {
    const { temporary } = patient
    if (temporary === undefined || entryOf({ temporary }, entryId) === null) continue
    return temporary.by.employeeId === author.employeeId ? { ...patient, temporary } : null
  }
  return null
}

function entryOf({ temporary }: Pick<Registered, 'temporary'>, entryId: EntryId) {
  return temporary.entries.find((one) => one.entryId === entryId) ?? null
}

/**
 * Of two corrections the one that was written later stands, whichever came first; and each is later than what it corrects,
 * though the clock was set back between them.
 */
function corrected(
  before: Registered,
  { entryId, writtenAt, corrects }: SignedForm & { corrects: { entryId: EntryId } },
  { patient, details, protectedDetails }: RosterRecord,
): RegistrationStep {
  const { id, zone, temporary: known } = before
  const earliest = justAfter(entryOf(before, corrects.entryId)?.at ?? writtenAt)
  const entry = { entryId, at: writtenAt < earliest ? earliest : writtenAt }
  const entries = [...known.entries, entry].toSorted(compareEntries)
  const temporary = { ...known, entries }
  if (entries.at(-1) !== entry) {
    return { kind: 'remembered', patient: { ...before, temporary } }
  }
  return {
    kind: 'registered',
    record: {
      patient: { ...patient, id, zone, temporary },
      details: { ...details, patientId: id },
      protectedDetails: protectedDetails === null ? null : { ...protectedDetails, patientId: id },
    },
  }
}

function justAfter(instant: Instant): Instant {
  return instantFromMilliseconds(millisecondsFromInstant(instant) + 1)
}

type Entry = TemporaryPatient['entries'][number]

function compareEntries(a: Entry, b: Entry): number {
  return `${a.at} ${a.entryId}` < `${b.at} ${b.entryId}` ? -1 : 1
}
