import * as z from 'zod/mini'
import { Author } from '../base/author.ts'
import { EmployeeId, EntryId, ImportRunId, PatientId, ZoneId } from '../base/ids.ts'
import { withdrawalForm } from '../entries/forms-about-entries.ts'
import { FormId, formIdOf } from '../forms/form-reference.ts'
import { Instant } from '../time/instant.ts'

/** The form that says what has changed since the list was made. */
export const amendmentForm = FormId.parse('endring')

/** The forms whose entries a phone replays on top of its lists: that one, and the one that takes an entry back. */
export const amendmentForms: readonly FormId[] = [amendmentForm, formIdOf(withdrawalForm)]

/** What a section leader decided about an amendment that a list contradicted. */
export const AmendmentDecision = z.object({
  kind: z.enum(['kept', 'listRight']),
  by: z.object({ employeeId: EmployeeId, name: z.string() }),
  at: Instant,
})
export type AmendmentDecision = z.infer<typeof AmendmentDecision>

/** What the newest list that carries the field said of an amendment. */
export const AmendmentOutcome = z.object({
  kind: z.enum(['confirmed', 'contradicted']),
  /** The import that compared them; undoing it undoes the outcome. */
  run: ImportRunId,
  listAsOf: Instant,
  /** A hash of what the list said. A later list that says the same thing again does not ask the leader again. */
  listed: z.string(),
  decision: z.nullable(AmendmentDecision),
})
export type AmendmentOutcome = z.infer<typeof AmendmentOutcome>

const stated = {
  entryId: EntryId,
  zone: ZoneId,
  patientId: PatientId,
  author: Author,
  /** From when it is so. */
  from: Instant,
  writtenAt: Instant,
  /** Null on the author's own phone until the server has it. */
  receivedAt: z.nullable(Instant),
  /** The entry that this one replaces, of the same author and patient. */
  corrects: z.nullable(EntryId),
  outcome: z.nullable(AmendmentOutcome),
}

/** What whoever has the lists may read: who, where, whom to ring, how to get in. */
export const OpenAmendmentBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hospitalised'), ward: z.nullable(z.string()) }),
  /** Back at home after a stay elsewhere. */
  z.object({ kind: z.literal('home') }),
  z.object({ kind: z.literal('died') }),
  z.object({
    kind: z.literal('moved'),
    /** With the telephone, if that is new too; null for a patient whose address is protected: then it is in `protectedAmendment`. */
    address: z.nullable(z.string()),
  }),
  /** The code, if there is one, is in `protectedAmendment` alone. */
  z.object({ kind: z.literal('key'), place: z.string(), hasCode: z.boolean() }),
  z.object({
    kind: z.literal('nextOfKin'),
    name: z.string(),
    relation: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
  /** It takes back what it corrects. A correction of the class `details` leaves one here too, for those who lack that class. */
  z.object({ kind: z.literal('withdrawn') }),
])
export type OpenAmendmentBody = z.infer<typeof OpenAmendmentBody>

/** What belongs to the medication sheet and the rest of the patient card. */
export const DetailsAmendmentBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dose'),
    /** As the medication sheet names it; a name that is not on the sheet is a new medicine. */
    medicine: z.string(),
    amount: z.string(),
    /** As it was written, such as «08 og 20»; null when the amount says it all. */
    times: z.nullable(z.string()),
    orderedBy: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('stopped'),
    medicine: z.string(),
    orderedBy: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('other'), text: z.string() }),
])
export type DetailsAmendmentBody = z.infer<typeof DetailsAmendmentBody>

/** An amendment in the class `critical` (`amendment@1`), document id = entry id. */
export const OpenAmendment = z.object({ ...stated, body: OpenAmendmentBody })
export type OpenAmendment = z.infer<typeof OpenAmendment>

/** An amendment in the class `details` (`detailsAmendment@1`), document id = entry id. */
export const DetailsAmendment = z.object({ ...stated, body: DetailsAmendmentBody })
export type DetailsAmendment = z.infer<typeof DetailsAmendment>

/** What of an amendment only some roles may open: class `protected` (`protectedAmendment@1`), document id = entry id. */
export const ProtectedAmendment = z.object({
  entryId: EntryId,
  patientId: PatientId,
  author: Author,
  from: Instant,
  code: z.nullable(z.string()),
  address: z.nullable(z.string()),
})
export type ProtectedAmendment = z.infer<typeof ProtectedAmendment>

/** Something that has changed since the list was made, as somebody signed it. It lies on top of the list. */
export type Amendment = OpenAmendment | DetailsAmendment

/** Whether a list or a leader has settled it: then it is history, and no longer lies on top of anything. */
export function isSettled({ outcome }: Pick<Amendment, 'outcome'>): boolean {
  if (outcome === null) return false
  return outcome.kind === 'confirmed' || outcome.decision?.kind === 'listRight'
}

/** Whether a leader has yet to decide between it and the list. */
export function isDisputed({ outcome }: Pick<Amendment, 'outcome'>): boolean {
  return outcome?.kind === 'contradicted' && outcome.decision === null
}
