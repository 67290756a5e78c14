import {
  instantFromMilliseconds,
  millisecondsFromInstant,
  type Instant,
} from '#domain/time/instant.ts'

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
    const [, day, month, year, hour = '0', minute = '0'] = found.map((part) => part ?? undefined)
    const wallClock = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
    )
    const listedAt = wallClock - norwegianOffset(wallClock)
    if (listedAt <= millisecondsFromInstant(now)) return instantFromMilliseconds(listedAt)
  }
  return null
}

/** How far Norway's wall clock is ahead of UTC, in milliseconds. */
function norwegianOffset(at: number): number {
  const wall = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' })
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}
