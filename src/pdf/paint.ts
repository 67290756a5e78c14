import { jsPDF } from 'jspdf'
import { millisecondsFromInstant, type Instant } from '#domain/instant.ts'
import { noBreak, textWidth, type PdfFont, type Weight } from './font.ts'
import type { Mark, Sheet } from './sheet.ts'

export type DocumentFacts = {
  title: string
  author: string
  createdAt: Instant
  /** 32 hexadecimal digits: the same for the same content, so that two prints can be compared. */
  fileId: string
}

export type Progress = {
  onProgress: (done: number, total: number) => void
  /** Asked between pages; the rest is then not made. */
  isCancelled: () => boolean | Promise<boolean>
}

/** One name each: printers confuse two fonts that share one. */
const families = { regular: 'NotoSans-Regular', bold: 'NotoSans-Bold' }

/** Pages between two reports of progress: often enough to be seen, seldom enough to cost nothing. */
const reportEvery = 10

/** Makes the PDF's bytes of finished sheets. Answers null when it was cancelled. */
export async function paint(
  sheets: readonly Sheet[],
  fonts: Record<Weight, PdfFont>,
  facts: DocumentFacts,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const doc = openDocument(fonts, facts)
  const pageByAnchor = new Map(
    sheets.flatMap(({ anchors }, i) => anchors.map((anchor): [string, number] => [anchor, i + 1])),
  )
  for (const [i, sheet] of sheets.entries()) {
    if (i % reportEvery === 0) {
      progress.onProgress(i, sheets.length)
      if (await progress.isCancelled()) return null
    }
    if (i > 0) doc.addPage()
    for (const mark of sheet.marks) draw(doc, mark, fonts, pageByAnchor)
  }
  const bytes = new Uint8Array(doc.output('arraybuffer'))
  progress.onProgress(sheets.length, sheets.length)
  return bytes
}

function openDocument(fonts: Record<Weight, PdfFont>, facts: DocumentFacts): jsPDF {
  const doc = new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    // The fourteen standard fonts are not embedded, and no page uses them.
    putOnlyUsedFonts: true,
  })
  for (const weight of ['regular', 'bold'] as const) {
    doc.addFileToVFS(`noto-sans-${weight}.ttf`, fonts[weight].base64)
    doc.addFont(`noto-sans-${weight}.ttf`, families[weight], 'normal')
  }
  doc.setProperties({ title: facts.title, author: facts.author, creator: 'Beredt' })
  doc.setCreationDate(new Date(millisecondsFromInstant(facts.createdAt)))
  doc.setFileId(facts.fileId.toUpperCase())
  doc.setDisplayMode('fullwidth')
  // jsPDF's own setLanguage has no nb-NO.
  doc.internal.events.subscribe('putCatalog', () => {
    write(doc, '/Lang (nb-NO)')
    write(doc, '/ViewerPreferences << /DisplayDocTitle true >>')
  })
  return doc
}

/** jsPDF offers this to its plugins, but its types leave it out. */
function write({ internal }: jsPDF, line: string): void {
  if (!('write' in internal) || typeof internal.write !== 'function') {
    throw new Error('jsPDF has no internal.write.')
  }
  internal.write(line)
}

function draw(
  doc: jsPDF,
  mark: Mark,
  fonts: Record<Weight, PdfFont>,
  pageByAnchor: ReadonlyMap<string, number>,
): void {
  switch (mark.kind) {
    case 'text':
      drawText(doc, mark)
      return
    case 'pageNumber': {
      const text = String(pageByAnchor.get(mark.anchor) ?? '–')
      const x = mark.x - textWidth(text, fonts.regular, mark.size)
      drawText(doc, { ...mark, x, text, weight: 'regular', white: false })
      return
    }
    case 'line':
      doc.setLineWidth(mark.width)
      doc.line(mark.x1, mark.y1, mark.x2, mark.y2)
      return
    case 'box':
      doc.setLineWidth(0.9)
      doc.rect(mark.x, mark.y, mark.width, mark.height, mark.filled ? 'F' : 'S')
  }
}

type Text = { x: number; y: number; size: number; weight: Weight; text: string; white: boolean }

function drawText(doc: jsPDF, { x, y, size, weight, text, white }: Text): void {
  doc.setFont(families[weight], 'normal')
  doc.setFontSize(size)
  doc.setTextColor(white ? 255 : 0)
  // The two spaces are one glyph; readers of the text should find the ordinary one.
  doc.text(text.replaceAll(noBreak, ' '), x, y)
}
