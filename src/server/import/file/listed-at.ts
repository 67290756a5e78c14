import { type Instant, LocalDate, LocalTime } from '#domain/time/instant.ts'
import { instantAt } from '#domain/time/local-day.ts'

const printedWords =
  /utskrift|utskrevet|skrevet ut|skrevet|hentet|generert|laget|uttrekk|oppdatert|per\b|pr\.?\s/i
const printedPattern = /(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D{1,8}(\d{1,2})[:.](\d{2}))?/

/**
 * When a list was printed, by the lines above its header: «Utskrift 23.11.2026 kl. 07:12». Null when no line says so
 * or the moment is still to come.
 */
export function findListedAt(titles: readonly string[], now: Instant): Instant | null {
  for (const title of titles) {
    const found = printedWords.test(title) ? printedPattern.exec(title) : null
    if (found === null) continue
    const [, day = '', month = '', year = '', hour = '0', minute = '00'] = found.map(
      (part) => part ?? undefined,
    )
    const on = LocalDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    const at = LocalTime.safeParse(`${hour.padStart(2, '0')}:${minute}`)
    const listedAt = on.success && at.success ? instantAt(on.data, at.data) : null
    if (listedAt !== null && listedAt <= now) return listedAt
  }
  return null
}
