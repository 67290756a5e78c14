import { binderAsOf, type Binder } from '#domain/binder.ts'
import { binderText } from '#text/nb/binder.ts'
import { binderParts } from './binder-parts.ts'
import { readFonts } from './font.ts'
import { contentsSheets, coverSheet } from './front-sheets.ts'
import { frame } from './frame.ts'
import { paint, type Progress } from './paint.ts'
import { typesetter } from './sheet.ts'
import { dayAndMomentText, weekNumber } from './wording.ts'

export type BinderPdf = { bytes: Uint8Array<ArrayBuffer>; pages: number }

/**
 * Prints one zone's beredskapsperm. Answers null when it was cancelled.
 *
 * The same binder gives the same bytes: nothing in it comes from a clock or from chance.
 */
export async function binderPdf(binder: Binder, progress: Progress): Promise<BinderPdf | null> {
  const { content, copy } = binder
  const fonts = readFonts()
  const set = typesetter(fonts)
  const asOf = binderAsOf(content) ?? copy.printedAt
  const week = weekNumber(asOf)
  const subtitle = binderText.asOf(content.zone.title, week, dayAndMomentText(asOf))
  const parts = binderParts(binder, { subtitle, set })
  const sheets = [
    ...coverSheet(binder, set),
    ...contentsSheets(
      parts.map(({ title, lines }) => ({ title, lines })),
      subtitle,
      set,
    ),
    ...parts.flatMap(({ sheets }) => sheets),
  ]
  frame(sheets, binder, set)
  const facts = {
    title: binderText.documentTitle(content.zone.title, week, copy.copy),
    author: copy.printedBy,
    createdAt: copy.printedAt,
    fileId: copy.hash.slice(0, 32),
  }
  const bytes = await paint(sheets, fonts, facts, progress)
  return bytes && { bytes, pages: sheets.length }
}
