import { binderAsOf, type BinderContent, type BinderCopy } from '#domain/binder/binder.ts'
import type { PatientId } from '#domain/base/ids.ts'
import { type Instant, localClock } from '#domain/time/instant.ts'
import { weekNumber } from '#domain/time/local-day.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { binderParts } from './binder-parts.ts'
import { readFonts, type Fonts } from './font.ts'
import { contentsSheets, coverSheet } from './front-sheets.ts'
import { frame } from './frame.ts'
import { paint, type Progress } from './paint.ts'
import { typesetter, type Sheet, type Typesetter } from './sheet.ts'
import { dayAndMomentText, withMissingCount } from './wording.ts'

export type BinderPdf = { bytes: Uint8Array<ArrayBuffer>; pages: number }

/** A binder whose pages are laid out, except for the text with copy number and printer's name. */
export type LaidOutBinder = {
  content: BinderContent
  asOf: Instant
  pages: number
  sheets: readonly Sheet[]
  fonts: Fonts
  set: Typesetter
}

/**
 * Lays out a zone's beredskapsperm: the whole, or replacement pages of the patients in `only`.
 *
 * The answer has the number of pages, which the request for a copy number needs.
 */
export function layBinder(
  content: BinderContent,
  { only, now }: { only: ReadonlySet<PatientId> | null; now: Instant },
): LaidOutBinder {
  const fonts = readFonts()
  const set = typesetter(fonts)
  // Without lists, the print itself is the as-of time.
  const asOf = binderAsOf(content) ?? now
  const week = weekNumber(localClock(asOf).on)
  const asOfText = binderText.asOf(content.zone.title, week, dayAndMomentText(asOf))
  const subtitle = withMissingCount(asOfText, content)
  const parts = binderParts(content, { only, subtitle, set })
  const sheets = [...contentsSheets(parts, subtitle, set), ...parts.flatMap(({ sheets }) => sheets)]
  return { content, asOf, pages: sheets.length + 1, sheets, fonts, set }
}

/**
 * Makes the PDF of one copy. Answers null when it was cancelled.
 *
 * The same binder gives the same bytes: nothing in it comes from a clock or is random.
 */
export async function printLaidOutBinder(
  { content, asOf, sheets, fonts, set }: LaidOutBinder,
  copy: BinderCopy,
  progress: Progress,
): Promise<BinderPdf | null> {
  const cover = coverSheet({ content, copy }, set)
  // The layout is not changed, because a second copy may be printed from it.
  const all = [...cover, ...sheets.map((sheet) => ({ ...sheet, marks: [...sheet.marks] }))]
  frame(all, { content, copy }, set)
  const facts = {
    title: binderText.documentTitle(content.zone.title, weekNumber(localClock(asOf).on), copy.copy),
    author: copy.printedBy,
    createdAt: copy.printedAt,
    fileId: copy.hash.slice(0, 32),
  }
  const bytes = await paint(all, fonts, facts, progress)
  return bytes && { bytes, pages: all.length }
}
