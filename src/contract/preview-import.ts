import * as z from 'zod/mini'
import { SectionId } from '#domain/base/ids.ts'
import { routes } from './routes.ts'

/** The request's body is the file, byte by byte, with this content type; `ImportQuery` is in the address. */
export const importContentType = 'application/octet-stream'
export const maxImportMegabytes = routes.previewImport.maxBodyMegabytes

export const ImportQuery = z.object({
  section: SectionId,
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The name of a saved column mapping. */
  mapping: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
})
export type ImportQuery = z.infer<typeof ImportQuery>

const Count = z.int().check(z.nonnegative())

/** Why a file cannot be imported; `text` is for the leader. */
export const ImportRefused = z.object({
  kind: z.literal('refused'),
  reason: z.string(),
  text: z.string(),
})
export type ImportRefused = z.infer<typeof ImportRefused>

/** What an import would change. Nothing has changed yet. */
export const ImportPreview = z.object({
  kind: z.literal('preview'),
  /** Identifies file, mapping and current roster; `TakeImportQuery` repeats it to import exactly that. */
  preview: z.string(),
  /** As «Windows-1252, semikolon». */
  format: z.string(),
  rows: Count,
  people: Count,
  merged: Count,
  added: Count,
  changed: Count,
  unchanged: Count,
  gone: Count,
  /** The number of people for each service code in the file. */
  services: z.record(z.string(), Count),
  unreadable: z.array(
    z.object({
      line: Count,
      reason: z.string(),
      /** What the leader can do about it. */
      hint: z.nullable(z.string()),
      /** The beginning of the row, as it is in the file. */
      excerpt: z.string(),
    }),
  ),
  warnings: z.array(z.object({ line: Count, kind: z.string(), text: z.string() })),
  /** One row for each changed field. */
  changes: z.array(
    z.object({ patient: z.string(), field: z.string(), before: z.string(), after: z.string() }),
  ),
  addedPeople: z.array(z.object({ patient: z.string(), zone: z.string() })),
  gonePeople: z.array(z.object({ patient: z.string(), zone: z.string() })),
  /** Questions that must be answered yes before the list can be imported. */
  questions: z.object({
    newZones: z.array(z.object({ zone: z.string(), people: Count })),
    shrink: z.array(z.object({ zone: z.string(), gone: Count, before: Count })),
  }),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const PreviewImportAnswer = z.discriminatedUnion('kind', [ImportPreview, ImportRefused])
export type PreviewImportAnswer = z.infer<typeof PreviewImportAnswer>
