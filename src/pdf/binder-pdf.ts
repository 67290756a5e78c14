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
import { dayAndMomentText, withLacking } from './wording.ts'

export type BinderPdf = { bytes: Uint8Array<ArrayBuffer>; pages: number }

/** A binder whose pages are laid out, but for what the copy's number and printer say on each. */
export type LaidBinder = {
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
 * It tells how many pages there will be, which the copy's number is asked for with.
 */
export function layBinder(
  content: BinderContent,
  { only, now }: { only: ReadonlySet<PatientId> | null; now: Instant },
): LaidBinder {
  const fonts = readFonts()
  const set = typesetter(fonts)
  // An empty zone is as old as its print.
  const asOf = binderAsOf(content) ?? now
  const week = weekNumber(localClock(asOf).on)
  const asOfText = binderText.asOf(content.zone.title, week, dayAndMomentText(asOf))
  const subtitle = withLacking(asOfText, content)
  const parts = binderParts(content, { only, subtitle, set })
  const sheets = [...contentsSheets(parts, subtitle, set), ...parts.flatMap(({ sheets }) => sheets)]
  return { content, asOf, pages: sheets.length + 1, sheets, fonts, set }
}

/**
 * Makes the PDF of one copy. Answers null when it was cancelled.
 *
 * The same binder gives the same bytes: nothing in it comes from a clock or from chance.
 */
export async function printLaidBinder(
  { content, asOf, sheets, fonts, set }: LaidBinder,
  copy: BinderCopy,
  progress: Progress,
): Promise<BinderPdf | null> {
  const cover = coverSheet({ content, copy }, set)
  // The laid pages stay as they are: a second copy may be printed of them.
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
