import * as z from 'zod/mini'
import { EntryId, ImportRunId, ZoneId } from '#domain/base/ids.ts'

/** kept: what staff signed is true, and stays. listRight: the list is right. undone: nothing is decided any more. */
export const AmendmentChoice = z.enum(['kept', 'listRight', 'undone'])
export type AmendmentChoice = z.infer<typeof AmendmentChoice>

/**
 * A section leader decides about an amendment that the list of an import contradicted. Safe to repeat; `changedMeanwhile` when
 * another list has been compared with it since.
 */
export const DecideAmendment = z.object({
  zone: ZoneId,
  entryId: EntryId,
  run: ImportRunId,
  choice: AmendmentChoice,
})
export type DecideAmendment = z.infer<typeof DecideAmendment>

export const DecideAmendmentAnswer = z.object({ kind: z.literal('decided'), entryId: EntryId })
export type DecideAmendmentAnswer = z.infer<typeof DecideAmendmentAnswer>
