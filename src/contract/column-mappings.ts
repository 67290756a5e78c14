import * as z from 'zod/mini'
import { ColumnMapping } from '#domain/roster/list-column.ts'

/** Saves how one source's headings are read, under a name of the municipality's own; GET lists them. */
export const SavedColumnMapping = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  columns: ColumnMapping,
})
export type SavedColumnMapping = z.infer<typeof SavedColumnMapping>

export const ColumnMappings = z.object({ mappings: z.array(SavedColumnMapping) })
export type ColumnMappings = z.infer<typeof ColumnMappings>
