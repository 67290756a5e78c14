import * as z from 'zod/mini'
import { EmployeeId, EntryId, PatientId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { FormReference } from '../forms/form-reference.ts'
import { QuestionnaireResponse } from '../forms/questionnaire-response.ts'

export const Author = z.object({
  employeeId: EmployeeId,
  name: z.string(),
  title: z.nullable(z.string()),
  hprNumber: z.nullable(z.string()),
})
export type Author = z.infer<typeof Author>

/** What is sealed in an entry. */
export const EntryContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    author: Author,
    /** Null for the zone's own logs. */
    patientId: z.nullable(PatientId),
    /** When what is told of happened; `writtenAt` is when it was signed. */
    eventAt: Instant,
    writtenAt: Instant,
    /** The entry that this one corrects, with the reason. */
    corrects: z.nullable(z.object({ entryId: EntryId, reason: z.string() })),
    response: QuestionnaireResponse,
  }),
  z.object({
    /** A patient card was opened: one for each employee, patient and five minutes. */
    kind: z.literal('cardOpened'),
    author: Author,
    patientId: PatientId,
    openedAt: Instant,
    /** Null for the card; else the protected part that was revealed. */
    revealed: z.nullable(z.enum(['address', 'code'])),
    reason: z.nullable(z.string()),
  }),
])
export type EntryContent = z.infer<typeof EntryContent>

/** What stands for a form in the header of an opened card, which nobody fills in. */
export const cardOpenedForm = FormReference.parse('card-opened@1')
