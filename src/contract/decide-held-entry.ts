import * as z from 'zod/mini'
import { EntryId } from '#domain/base/ids.ts'

/** Short enough to be read, long enough to say something. */
export const rejectionReason = { min: 3, max: 500 } as const

export const HeldDecision = z.discriminatedUnion('kind', [
  /** The note goes into the journal as it is. */
  z.object({ kind: z.literal('taken') }),
  /** It does not; the entry stays stored. */
  z.object({
    kind: z.literal('rejected'),
    reason: z
      .string()
      .check(z.trim(), z.minLength(rejectionReason.min), z.maxLength(rejectionReason.max)),
  }),
  /** Of a note that is in the journal: she has seen what it is marked with. */
  z.object({ kind: z.literal('seen') }),
])
export type HeldDecision = z.infer<typeof HeldDecision>

/** A section leader decides about an entry of her zones. Safe to repeat; a second, other decision is refused. */
export const DecideHeldEntry = z.object({ entryId: EntryId, decision: HeldDecision })
export type DecideHeldEntry = z.infer<typeof DecideHeldEntry>

export const DecideHeldEntryAnswer = z.object({
  kind: z.literal('decided'),
  entryId: EntryId,
})
export type DecideHeldEntryAnswer = z.infer<typeof DecideHeldEntryAnswer>
