import * as z from 'zod/mini'
import { SectionId } from '#domain/base/ids.ts'
import { PersonName } from '#domain/patient/patient.ts'
import { FieldChange } from '#domain/roster/field-change.ts'
import { Role } from '#domain/base/role.ts'
import { ColumnAnswer, ColumnQuestion } from '#domain/roster/column-question.ts'
import { ImportRefusal, ImportWarning, UnreadableReason } from '#domain/roster/import-problem.ts'
import { ListFormat } from '#domain/roster/list-format.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { routes } from '../routes.ts'

/** The request's body is the file, byte by byte, with this content type; `ImportQuery` is in the address. */
export const importContentType = 'application/octet-stream'
export const maxImportMegabytes = routes.previewImport.maxBodyMegabytes

export const ImportQuery = z.object({
  section: SectionId,
  fileName: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The name of a saved column mapping. */
  mapping: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  /** Asks for an answer in lines, progress first (`import-progress.ts`). */
  progress: z.optional(z.literal('lines')),
  /** `ZonePlacement`s as JSON: where people of zones go that the section does not have. */
  zones: z.optional(z.string().check(z.maxLength(8_000))),
  /** Said by a client that asks the questions about columns: then they must be answered. */
  columns: z.optional(z.literal('asked')),
})
export type ImportQuery = z.infer<typeof ImportQuery>

const Count = z.int().check(z.nonnegative())

/** Why a file cannot be imported, or an import not undone. */
export const ImportRefused = z.object({ kind: z.literal('refused'), refusal: ImportRefusal })
export type ImportRefused = z.infer<typeof ImportRefused>

/** A row of the list that became nobody of her own. */
const UnusedRow = z.object({
  line: Count,
  reason: UnreadableReason,
  /** The beginning of the row, as it is in the file. */
  excerpt: z.string(),
})

/** A zone that the section does not have. */
export const NewZoneQuestion = z.object({
  zone: ZoneName,
  people: Count,
  /** What the list calls it, when that has been put right. */
  listedAs: z.optional(z.array(ZoneName)),
  /** Who will have it. */
  holders: z.optional(z.array(z.object({ name: z.string(), role: Role }))),
})
export type NewZoneQuestion = z.infer<typeof NewZoneQuestion>

/** People of a zone, which is named once for them all. */
const ZonePeople = z.object({ zone: ZoneName, people: z.array(PersonName) })

/**
 * What a list makes of what staff signed since the one before it. Each amendment that stands is in one of the three:
 * `left` are those of which the list says nothing, or nothing new. Older servers do not say.
 */
export const SinceList = z.object({ confirmed: Count, contradicted: Count, left: Count })
export type SinceList = z.infer<typeof SinceList>

/** What an import would change. Nothing has changed yet. */
export const ImportPreview = z.object({
  kind: z.literal('preview'),
  /** Identifies file, mapping and current roster; `TakeImportQuery` repeats it to import exactly that. */
  preview: z.string(),
  format: ListFormat,
  rows: Count,
  people: Count,
  merged: Count,
  added: Count,
  changed: Count,
  unchanged: Count,
  gone: Count,
  /** The number of people for each service code in the file. */
  services: z.record(z.string(), Count),
  unreadable: z.array(UnusedRow),
  /** Repeated headers, sums, headings: what a list is printed with. Older servers count them among the unreadable. */
  skipped: z.optional(z.array(UnusedRow)),
  /** Of a table: who stands on several lines, and which. */
  mergedPeople: z.optional(z.array(z.object({ patient: PersonName, lines: z.array(Count) }))),
  warnings: z.array(z.object({ line: Count, warning: ImportWarning })),
  changes: z.array(z.object({ patient: PersonName, fields: z.array(FieldChange) })),
  addedPeople: z.array(ZonePeople),
  gonePeople: z.array(ZonePeople),
  sinceList: z.optional(SinceList),
  /** Headings of this list that are read as a leader has said before. */
  columnAnswers: z.optional(z.array(ColumnAnswer)),
  /** Questions that must be answered yes before the list can be imported. */
  questions: z.object({
    newZones: z.array(NewZoneQuestion),
    columns: z.optional(z.array(ColumnQuestion)),
    shrink: z.array(z.object({ zone: ZoneName, gone: Count, before: Count })),
  }),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const PreviewImportAnswer = z.discriminatedUnion('kind', [ImportPreview, ImportRefused])
export type PreviewImportAnswer = z.infer<typeof PreviewImportAnswer>
