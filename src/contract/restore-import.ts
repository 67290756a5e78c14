import * as z from 'zod/mini'
import { SectionId } from '#domain/base/ids.ts'
import { ImportRefused } from './preview-import.ts'

/** Restores the list that the newest import of a section replaced. Each repetition undoes one import more. */
export const RestoreImport = z.object({ section: SectionId })
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
