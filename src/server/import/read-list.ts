import type { ZoneId } from '#domain/ids.ts'
import type { ImportRefusal, ImportWarning, UnreadableReason } from '#domain/import-problem.ts'
import type { Instant, LocalDate } from '#domain/instant.ts'
import type { ColumnMapping } from '#domain/list-column.ts'
import type { ListedPerson } from '#domain/listed-person.ts'
import { refused, type Result } from '#domain/result.ts'
import type { ServiceDefinition } from '#domain/service.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { readFhir } from './fhir/read-fhir.ts'
import type { Separator } from './read-delimited.ts'
import { readTable } from './read-table.ts'

export type ListFormat =
  | { kind: 'table'; encoding: TextEncoding; separator: Separator }
  | { kind: 'fhir' }

export type UnreadableRow = {
  line: number
  reason: UnreadableReason
  /** The beginning of the row as it stands. */
  excerpt: string
  /** What may still tell whose row it was: she must not go from the roster because her line is torn. */
  clues: string[]
}

/** A whole file, read. Every row is in `people`, `merged` or `unreadable`: they add up to `rows`. */
export type ReadList = {
  format: ListFormat
  rows: number
  people: ListedPerson[]
  merged: number
  unreadable: UnreadableRow[]
  warnings: { line: number; warning: ImportWarning }[]
  /** When the list was made, if it says so. */
  listedAt: Instant | null
}

export type ReadContext = {
  now: Instant
  today: LocalDate
  services: readonly ServiceDefinition[]
  /** The section's own. */
  zones: readonly { id: ZoneId; name: string }[]
  /** Null for our own reading of the headings. */
  mapping: ColumnMapping | null
}

export const mostBytes = 20 * 1024 * 1024

export function readList(bytes: Uint8Array, context: ReadContext): Result<ReadList, ImportRefusal> {
  if (bytes.length > mostBytes) {
    return refused({ kind: 'fileTooLarge', mostMegabytes: mostBytes / 1024 / 1024 })
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  if (text.trim() === '') return refused({ kind: 'emptyFile' })
  if (/^\s*</.test(text)) return orElse(readTable(decoded.value, context), 'markupFile')
  if (text.startsWith('{\\rtf')) return refused({ kind: 'documentFile' })
  if (!/^\s*[{[]/.test(text)) return readTable(decoded.value, context)
  const fhir = readFhir(text, context)
  if (fhir.ok || fhir.refusal.kind !== 'brokenJson') return fhir
  // A list may begin with a title in brackets.
  const table = readTable(decoded.value, context)
  return table.ok ? table : fhir
}

/** What can be told of a text in which no table was found. */
function orElse(
  read: Result<ReadList, ImportRefusal>,
  kind: 'markupFile',
): Result<ReadList, ImportRefusal> {
  return read.ok || read.refusal.kind !== 'noTable' ? read : refused({ kind })
}
