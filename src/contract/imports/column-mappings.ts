import * as z from 'zod/mini'
import { ColumnMapping } from '#domain/roster/list-column.ts'

/** Saves how the headings of one source are read, under a name that the municipality chooses; GET lists all. */
export const SavedColumnMapping = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  columns: ColumnMapping,
})
export type SavedColumnMapping = z.infer<typeof SavedColumnMapping>

export const ColumnMappings = z.object({ mappings: z.array(SavedColumnMapping) })
export type ColumnMappings = z.infer<typeof ColumnMappings>
