import * as z from 'zod/mini'
import { ImportRunId, SectionId } from '#domain/base/ids.ts'
import { ImportRefused } from './preview-import.ts'

/**
 * Restores what an import replaced, as long as it is the section's newest. A repetition is answered the same and goes
 * no import further back: the first answer may be lost.
 */
export const RestoreImport = z.object({ section: SectionId, run: ImportRunId })
export type RestoreImport = z.infer<typeof RestoreImport>

export const ImportRestored = z.object({
  kind: z.literal('restored'),
  /** The file whose import was undone. */
  fileName: z.string(),
  people: z.int(),
})
export type ImportRestored = z.infer<typeof ImportRestored>

export const RestoreImportAnswer = z.discriminatedUnion('kind', [ImportRestored, ImportRefused])
export type RestoreImportAnswer = z.infer<typeof RestoreImportAnswer>
