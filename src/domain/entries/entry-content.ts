import * as z from 'zod/mini'
import { EmployeeId, EntryId, PatientId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { StreamId } from '../streams/stream.ts'
import { FormReference } from '../forms/form-reference.ts'
import { QuestionnaireResponse } from '../forms/questionnaire-response.ts'

export const Author = z.object({
  employeeId: EmployeeId,
  name: z.string(),
  title: z.nullable(z.string()),
  hprNumber: z.nullable(z.string()),
})
export type Author = z.infer<typeof Author>

/** The content that is sealed in an entry. */
export const EntryContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    author: Author,
    /** Null for the zone's own logs. */
    patientId: z.nullable(PatientId),
    /** When the described event happened; `writtenAt` is when it was signed. */
    eventAt: Instant,
    writtenAt: Instant,
    /** The entry that this one corrects, with the reason. */
    corrects: z.nullable(z.object({ entryId: EntryId, reason: z.string() })),
    response: QuestionnaireResponse,
  }),
  z.object({
    /** A patient card was opened. There is one entry per employee, patient and five minutes. */
    kind: z.literal('cardOpened'),
    author: Author,
    patientId: PatientId,
    openedAt: Instant,
    /** The protected part that was revealed; null when the card itself was opened. */
    revealed: z.nullable(z.enum(['address', 'code'])),
    reason: z.nullable(z.string()),
  }),
  z.object({
    /** The employee opened a list that could not be verified. */
    kind: z.literal('unverifiedOpened'),
    author: Author,
    stream: StreamId,
    openedAt: Instant,
  }),
])
export type EntryContent = z.infer<typeof EntryContent>

/** The form references in the headers of entries that have no form. */
export const cardOpenedForm = FormReference.parse('card-opened@1')
export const unverifiedOpenedForm = FormReference.parse('unverified-opened@1')
