import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { refused, type Result } from '#domain/base/result.ts'
import { decodeText } from './file/decode-text.ts'
import { readFhir } from './fhir/read-fhir.ts'
import type { ReadContext } from './people/read-context.ts'
import type { ListReading } from './people/list-reading.ts'
import { readTable } from './table/read-table.ts'
import type { ReportRows } from './people/report-rows.ts'

export const maxBytes = 20 * 1024 * 1024
/** Where a document says what it is written in. */
const maxOpening = 4_000

export function readList(
  bytes: Uint8Array,
  context: ReadContext,
  report: ReportRows = () => {},
): Result<ListReading, ImportRefusal> {
  if (bytes.length > maxBytes) {
    return refused({ kind: 'fileTooLarge', maxMegabytes: maxBytes / 1024 / 1024 })
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text } = decoded.value
  if (text.trim() === '') return refused({ kind: 'emptyFile' })
  if (/^\s*</.test(text)) {
    const isFhir = /xmlns\s*=\s*["']http:\/\/hl7\.org\/fhir["']/.test(text.slice(0, maxOpening))
    const read = readTable(decoded.value, context, report)
    const refusal = { kind: 'markupFile', ...(isFhir ? { isFhir } : {}) } as const
    return read.ok || read.refusal.kind !== 'noTable' ? read : refused(refusal)
  }
  if (text.startsWith('{\\rtf')) return refused({ kind: 'documentFile' })
  if (!/^\s*[{[]/.test(text)) return readTable(decoded.value, context, report)
  const fhir = readFhir(text, context, report)
  if (fhir.ok) return fhir
  // A list may begin with a title in brackets.
  const isCut = fhir.refusal.kind === 'brokenJson' && fhir.refusal.because === undefined
  const table = isCut ? readTable(decoded.value, context, report) : fhir
  return table.ok ? table : fhir
}
