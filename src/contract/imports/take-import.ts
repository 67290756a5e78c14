import * as z from 'zod/mini'
import { ImportRunId } from '#domain/base/ids.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { ImportQuery, ImportRefused, SinceList } from './preview-import.ts'

/**
 * Imports what a preview showed. The body is the same file again, because the server stores no list that is not yet
 * confirmed. When file, roster or mapping has changed since the preview, the answer is `changedMeanwhile`.
 */
export const TakeImportQuery = z.extend(ImportQuery, {
  preview: z.string(),
  acceptNewZones: z.optional(z.literal('yes')),
  acceptShrink: z.optional(z.literal('yes')),
})
export type TakeImportQuery = z.infer<typeof TakeImportQuery>

export const ImportTaken = z.object({
  kind: z.literal('taken'),
  /** By which the import can be undone. */
  run: ImportRunId,
  people: z.int(),
  added: z.int(),
  changed: z.int(),
  gone: z.int(),
  sinceList: z.optional(SinceList),
  /** The zones that it made, and how many employees have each. */
  newZones: z.optional(z.array(z.object({ zone: ZoneName, people: z.int(), holders: z.int() }))),
})
export type ImportTaken = z.infer<typeof ImportTaken>

export const TakeImportAnswer = z.discriminatedUnion('kind', [ImportTaken, ImportRefused])
export type TakeImportAnswer = z.infer<typeof TakeImportAnswer>
