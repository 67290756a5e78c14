import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultServiceDefinitions } from '#content/service-codes.ts'
import { ZoneId } from '#domain/base/ids.ts'
import { Instant, LocalDate } from '#domain/time/instant.ts'
import type { ReadContext } from '#server/import/people/read-context.ts'
import type { ListReading } from '#server/import/people/list-reading.ts'
import { readList } from '#server/import/read-list.ts'

export const nord1 = { id: ZoneId.parse('nord-1'), name: 'Nord 1' }
export const nord2 = { id: ZoneId.parse('nord-2'), name: 'Nord 2' }

/** Monday noon in Norway. */
export const importContext: ReadContext = {
  now: Instant.parse('2026-11-23T11:00:00.000Z'),
  today: LocalDate.parse('2026-11-23'),
  services: defaultServiceDefinitions,
  zones: [nord1, nord2],
  mapping: null,
}

/** Reads a list that is expected to be one; the lines are joined by CRLF. */
export function readLines(lines: readonly string[], context = importContext): ListReading {
  return readBytes(new TextEncoder().encode(lines.join('\r\n')), context)
}

export function readBytes(bytes: Uint8Array, context = importContext): ListReading {
  const read = readList(bytes, context)
  if (!read.ok) throw new Error(`Refused: ${read.refusal.kind}`)
  return read.value
}

/** Reads one of the lists in `tests/data/import-cases`. */
export function readCase(file: string): ListReading {
  return readBytes(readFileSync(join(import.meta.dirname, '../data/import-cases', file)))
}

/** The rows that are nobody, whether anything of them is lost or not, in the order of the file. */
export function notPeople({ unreadable, skipped }: ListReading): ListReading['unreadable'] {
  return [...unreadable, ...skipped].toSorted((a, b) => a.line - b.line)
}

export function refusalOf(bytes: Uint8Array): string {
  const read = readList(bytes, importContext)
  return read.ok ? 'taken' : read.refusal.kind
}

/** Windows-1252 by its table of letters; throws for one that it lacks. */
export function windows1252Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
    const place = windowsLetters.indexOf(letter)
    if (place === -1) throw new Error(`Windows-1252 has no ${letter}`)
    return 0x80 + place
  })
}

const windowsLetters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
