import { jsPDF } from 'jspdf'
import { millisecondsFromInstant, type Instant } from '#domain/time/instant.ts'
import type { Fonts } from './font.ts'
import { fontNames, pageWriter, writeLine } from './page-operators.ts'
import type { Sheet } from './sheet.ts'

export type DocumentFacts = {
  title: string
  author: string
  createdAt: Instant
  /** 32 hexadecimal digits, equal for equal content, so that two prints can be compared. */
  fileId: string
}

export type Progress = {
  onProgress: (done: number, total: number) => void
  /** Checked between pages. */
  isCancelled: () => boolean | Promise<boolean>
}

/** Pages between two reports of progress: often enough to be noticed, rare enough to cost nothing. */
const reportEvery = 10

/** Makes the PDF's bytes from finished sheets. Answers null when it was cancelled. */
export async function paint(
  sheets: readonly Sheet[],
  fonts: Fonts,
  facts: DocumentFacts,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const doc = openDocument(fonts, facts)
  const pageByAnchor = new Map(
    sheets.flatMap(({ anchors }, i) => anchors.map((anchor): [string, number] => [anchor, i + 1])),
  )
  const write = pageWriter(doc, fonts, pageByAnchor)
  for (const [i, sheet] of sheets.entries()) {
    if (i % reportEvery === 0) {
      progress.onProgress(i, sheets.length)
      if (await progress.isCancelled()) return null
    }
    if (i > 0) doc.addPage()
    write(sheet.marks)
  }
  const bytes = new Uint8Array(doc.output('arraybuffer'))
  progress.onProgress(sheets.length, sheets.length)
  return bytes
}

function openDocument(fonts: Fonts, facts: DocumentFacts): jsPDF {
  const doc = new jsPDF({
    unit: 'pt',
    format: 'a4',
    compress: true,
    // Leaves out the fourteen standard fonts, which no page uses.
    putOnlyUsedFonts: true,
  })
  for (const weight of ['regular', 'bold'] as const) {
    doc.addFileToVFS(`noto-sans-${weight}.ttf`, fonts[weight].base64)
    doc.addFont(`noto-sans-${weight}.ttf`, fontNames[weight], 'normal')
  }
  doc.setProperties({ title: facts.title, author: facts.author, creator: 'Beredt' })
  doc.setCreationDate(new Date(millisecondsFromInstant(facts.createdAt)))
  doc.setFileId(facts.fileId.toUpperCase())
  doc.setDisplayMode('fullwidth')
  // jsPDF's own setLanguage has no nb-NO.
  doc.internal.events.subscribe('putCatalog', () => {
    writeLine(doc, '/Lang (nb-NO)')
    writeLine(doc, '/ViewerPreferences << /DisplayDocTitle true >>')
  })
  return doc
}
