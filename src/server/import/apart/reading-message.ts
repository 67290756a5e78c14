import * as z from 'zod/mini'
import { ZoneId } from '#domain/base/ids.ts'
import { ServiceDefinition } from '#domain/patient/service.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { ColumnMapping } from '#domain/roster/list-column.ts'
import { ZoneName } from '#domain/roster/zone-name.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import type { ListReading } from '../people/list-reading.ts'

/** What the reading thread is given. */
export const ReadingTask = z.object({
  bytes: z.instanceof(Uint8Array),
  context: z.object({
    now: Instant,
    today: LocalDate,
    services: z.array(ServiceDefinition),
    zones: z.array(z.object({ id: ZoneId, name: ZoneName })),
    mapping: z.nullable(ColumnMapping),
  }),
})

/** What there may be as many of as the file has rows. */
export type ReadingRows = Pick<
  ListReading,
  'people' | 'mergedLines' | 'unreadable' | 'skipped' | 'warnings'
>

/** What the reading thread says: the people and the rows in pieces, then all the rest. */
export type ReadingMessage =
  | { kind: 'refused'; refusal: ImportRefusal }
  | { kind: 'progress'; done: number; of: number }
  | ({ kind: 'rows' } & Partial<ReadingRows>)
  | ({ kind: 'read' } & Omit<ListReading, keyof ReadingRows>)

/** It comes from our own thread of the same build, so its kind is all that is looked at. */
export const ReadingMessage = z.custom<ReadingMessage>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value,
)

/** So many are taken over between two other requests. */
export const readingBatch = 250
