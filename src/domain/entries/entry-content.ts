import * as z from 'zod/mini'
import { Author } from '../base/author.ts'
import { EntryId, PatientId } from '../base/ids.ts'
import { saidWith } from '../facts/said.ts'
import { CoordinationFactBody } from '../incidents/coordination-fact.ts'
import { PersonFactBody } from '../people/person-fact.ts'
import { Instant } from '../time/instant.ts'
import { StreamId } from '../streams/stream.ts'
import { Countersigns, Withdraws } from './about-entry.ts'
import { FormReference } from '../forms/form-reference.ts'
import { QuestionnaireResponse } from '../forms/questionnaire-response.ts'

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
    countersigns: z.optional(Countersigns),
    withdraws: z.optional(Withdraws),
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
  z.object({
    /** What is said about an incident; its header names the incident, and no zone. */
    kind: z.literal('coordinationFact'),
    author: Author,
    ...saidWith,
    writtenAt: Instant,
    body: CoordinationFactBody,
  }),
  z.object({
    /** What is said about a zone's patients; its header names the incident and the zone. */
    kind: z.literal('personFact'),
    author: Author,
    ...saidWith,
    writtenAt: Instant,
    body: PersonFactBody,
  }),
])
export type EntryContent = z.infer<typeof EntryContent>

/** The form references in the headers of entries that have no form. */
export const cardOpenedForm = FormReference.parse('card-opened@1')
export const unverifiedOpenedForm = FormReference.parse('unverified-opened@1')
export const coordinationFactForm = FormReference.parse('coordination-fact@1')
export const personFactForm = FormReference.parse('person-fact@1')
