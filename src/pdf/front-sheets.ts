import { binderAsOf, type Binder } from '#domain/binder/binder.ts'
import { localClock } from '#domain/time/instant.ts'
import { weekNumber } from '#domain/time/local-day.ts'
import { binderText } from '#text/nb/print/binder.ts'
import { Flow } from './flow.ts'
import { area, styles, type Sheet, type TextStyle, type Typesetter } from './sheet.ts'
import { table } from './table.ts'
import { dayAndMomentText, momentText } from './wording.ts'

const huge: TextStyle = { size: 40, weight: 'bold', leading: 50 }
const large: TextStyle = { size: 24, weight: 'bold', leading: 34 }
const plain: TextStyle = { size: 12.5, weight: 'regular', leading: 18 }

/** Lays out the cover, always one page: the other pages are numbered before the copy number is known. */
export function coverSheet({ content, copy }: Binder, set: Typesetter): Sheet[] {
  const text = binderText.cover
  const flow = new Flow(set, { title: '', subtitle: '', tab: null })
  const asOf = binderAsOf(content) ?? copy.printedAt
  flow.gap(-36)
  flow.paragraph(binderText.coverConfidential, styles.section)
  flow.gap(66)
  flow.paragraph(binderText.name, huge)
  flow.paragraph(`${content.zone.title}, ${text.week(weekNumber(localClock(asOf).on))}`, large)
  flow.gap(6)
  flow.paragraph(content.municipality, plain)
  flow.gap(20)
  flow.put({ kind: 'line', x1: area.left, y1: flow.y, x2: area.right, y2: flow.y, width: 1.5 })
  flow.gap(14)
  flow.paragraph(text.copy(copy.copy), large)
  flow.paragraph(text.asOf(dayAndMomentText(asOf)), { ...plain, weight: 'bold' })
  if (content.newer > 0) {
    flow.paragraph(text.newer(content.newer), { ...plain, weight: 'bold' })
  }
  flow.paragraph(text.printed(copy.printedBy, momentText(copy.printedAt)), plain)
  if (copy.replaces !== null) flow.paragraph(text.replacement(copy.replaces.copy), plain)
  flow.gap(14)
  const hidden = content.patients.filter(
    ({ addressProtection }) => addressProtection !== 'none',
  ).length
  flow.paragraph(text.people(content.patients.length, hidden), plain)
  flow.paragraph(text.noCodes, plain)
  flow.gap(20)
  flow.section(text.ledger)
  const columns = text.ledgerColumns.map((head) => ({ head, share: 1 }))
  const rows = Array.from({ length: 4 }, () => columns.map(() => []))
  table(flow, columns, rows, { padding: 0, minHeight: 34 })
  flow.gap(10)
  flow.paragraph(text.lost, { ...plain, weight: 'bold' })
  return flow.sheets
}

export type ContentsLine = { tab: string | null; title: string; detail: string; anchor: string }
export type ContentsPart = { title: string; lines: readonly ContentsLine[] }

export function contentsSheets(
  parts: readonly ContentsPart[],
  subtitle: string,
  set: Typesetter,
): Sheet[] {
  const text = binderText.contents
  const flow = new Flow(set, { title: text.title, subtitle, tab: null })
  for (const { title, lines } of parts) {
    flow.section(title)
    for (const line of lines) drawLine(flow, line)
    flow.gap(10)
  }
  return flow.sheets
}

function drawLine(flow: Flow, { tab, title, detail, anchor }: ContentsLine): void {
  const height = 23
  flow.need(height)
  flow.gap(height)
  const y = flow.y - 7.5
  const name = tab === null ? styles.body : styles.strong
  flow.put(
    ...(tab === null ? [] : [flow.set.mark(tab, area.left, y, styles.strong)]),
    flow.set.mark(title, area.left + 26, y, name),
    flow.set.markEndingAt(detail, area.right - 60, y, styles.body),
    { kind: 'pageNumber', x: area.right, y, size: styles.body.size, anchor },
  )
  flow.rule()
}
