import * as z from 'zod/mini'
import { EmployeeId, EntryId, ZoneId } from '#domain/base/ids.ts'
import { CheckCause } from '#domain/entries/check-cause.ts'
import { FormReference } from '#domain/forms/form-reference.ts'
import { Instant } from '#domain/time/instant.ts'

/** How many a leader is sent at once, the newest first. */
export const maxEntriesToCheck = 100

/** An entry that the server keeps and that has no effect. Nobody has read it, so nothing of it is told. */
export const EntryToCheck = z.object({
  entryId: EntryId,
  cause: CheckCause,
  /** Null for what belongs to the whole municipality. */
  zone: z.nullable(ZoneId),
  form: FormReference,
  /** What stands on the back of the phone; null when the server does not know it. */
  deviceLabel: z.nullable(z.string()),
  /** Whose signature holds; null when nobody's does. */
  authorId: z.nullable(EmployeeId),
  /** From her account; null when there is none. */
  authorName: z.nullable(z.string()),
  receivedAt: Instant,
})
export type EntryToCheck = z.infer<typeof EntryToCheck>

/** What is kept for a person, in the signed-in leader's own zones and in none. */
export const ListEntriesToCheckAnswer = z.object({
  entries: z.array(EntryToCheck).check(z.maxLength(maxEntriesToCheck)),
  /** How many there are beyond these. */
  more: z.int(),
})
export type ListEntriesToCheckAnswer = z.infer<typeof ListEntriesToCheckAnswer>
