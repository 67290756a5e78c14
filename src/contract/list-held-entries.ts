import * as z from 'zod/mini'
import { HeldReason } from '#domain/entries/held-note.ts'
import { Note } from '#domain/entries/note.ts'
import { Instant } from '#domain/time/instant.ts'

/** How many questions a leader is sent at once, the oldest first; what is more comes when these are decided. */
export const maxHeldEntries = 100

/** The note is in no journal yet. Its author's name is empty when she has no account. */
const held = z.object({
  kind: z.literal('held'),
  reason: HeldReason,
  note: Note,
  raisedAt: Instant,
})

/** The note is in the journal, and its marks say what the leader is told about it. */
const marked = z.object({ kind: z.literal('marked'), note: Note, raisedAt: Instant })

export const HeldEntry = z.discriminatedUnion('kind', [held, marked])
export type HeldEntry = z.infer<typeof HeldEntry>

/** What waits for the signed-in section leader, in her own zones. */
export const ListHeldEntriesAnswer = z.object({
  entries: z.array(HeldEntry),
  /** How many there are beyond these. */
  more: z.int(),
})
export type ListHeldEntriesAnswer = z.infer<typeof ListHeldEntriesAnswer>
