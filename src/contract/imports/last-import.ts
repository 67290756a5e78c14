import * as z from 'zod/mini'
import { ImportRunId, SectionId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'

export const LastImportQuery = z.object({ section: SectionId })
export type LastImportQuery = z.infer<typeof LastImportQuery>

/** The newest import of a section that holds: who took which file in, when, and whether it can be undone. */
export const LastImport = z.object({
  run: ImportRunId,
  fileName: z.string(),
  takenAt: Instant,
  /** Null for the import command. */
  takenBy: z.nullable(z.string()),
  people: z.int(),
  added: z.int(),
  changed: z.int(),
  gone: z.int(),
  canRestore: z.boolean(),
})
export type LastImport = z.infer<typeof LastImport>

/** Null before the first. */
export const LastImportAnswer = z.object({ last: z.nullable(LastImport) })
export type LastImportAnswer = z.infer<typeof LastImportAnswer>
