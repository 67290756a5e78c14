import type { BinderContent } from '#domain/binder/binder.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { weekdayOf } from '#domain/time/local-day.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import { weekdayText } from '#text/nb/words/shift.ts'
import { fullMoment } from '#text/nb/words/time.ts'

/** Leaves out the empty parts of a line. */
export function filled(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null).filter((part) => part !== '')
}

/** `23.11.2026 kl. 06:12`, with a time that never breaks over two lines. */
export function momentText(instant: Instant): string {
  return fullMoment(instant).replace('kl. ', `kl.${noBreak}`)
}

/** `mandag 23.11.2026 kl. 06:12`. */
export function dayAndMomentText(instant: Instant): string {
  const weekday = weekdayText[weekdayOf(localClock(instant).on)].toLowerCase()
  return `${weekday} ${momentText(instant)}`
}

/** Adds to an as-of line how many documents are missing in the print. */
export function withMissingCount(line: string, { newer }: Pick<BinderContent, 'newer'>): string {
  return newer === 0 ? line : `${line} · ${binderText.lacking(newer)}`
}

/** The text of a list without rows: only a complete print can say that there is nobody. */
export function noneText({ newer }: Pick<BinderContent, 'newer'>): string {
  return newer === 0 ? binderText.none : binderText.noneKnown
}
