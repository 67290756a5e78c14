import * as z from 'zod/mini'
import { SectionId } from '#domain/base/ids.ts'
import { routes } from './routes.ts'

/** The list itself is the body, byte by byte, of this content type; who sends it is in the address. */
export const importContentType = 'application/octet-stream'
export const mostImportMegabytes = routes.previewImport.maxBodyMegabytes

export const ImportQuery = z.object({
  section: SectionId,
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The name of a saved column mapping. */
  mapping: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
})
export type ImportQuery = z.infer<typeof ImportQuery>

const Count = z.int().check(z.nonnegative())

/** Why a file cannot be taken; `text` is for the leader. */
export const ImportRefused = z.object({
  kind: z.literal('refused'),
  reason: z.string(),
  text: z.string(),
})
export type ImportRefused = z.infer<typeof ImportRefused>

/** What would happen. Nothing has changed yet. */
export const ImportPreview = z.object({
  kind: z.literal('preview'),
  /** Names this file, read in this way, over the roster as it stands: given back to take just that in. */
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
  /** People per code, as the file has it. */
  services: z.record(z.string(), Count),
  unreadable: z.array(
    z.object({
      line: Count,
      reason: z.string(),
      /** What can be done about it. */
      hint: z.nullable(z.string()),
      /** The beginning of the row as it stands. */
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
  /** To be answered yes before the list can be taken. */
  questions: z.object({
    newZones: z.array(z.object({ zone: z.string(), people: Count })),
    shrink: z.array(z.object({ zone: z.string(), gone: Count, before: Count })),
  }),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const PreviewImportAnswer = z.discriminatedUnion('kind', [ImportPreview, ImportRefused])
export type PreviewImportAnswer = z.infer<typeof PreviewImportAnswer>
