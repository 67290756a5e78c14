import type { jsPDF } from 'jspdf'
import { noBreak } from '#text/nb/words/phone.ts'
import { textWidth, type Fonts, type Weight } from './font.ts'
import { paper, type Mark } from './sheet.ts'

/** The fonts have different names, because printers confuse two fonts of one name. */
export const fontNames = { regular: 'NotoSans-Regular', bold: 'NotoSans-Bold' }

/**
 * Writes a page's marks as PDF operators, straight into jsPDF's page.
 *
 * jsPDF's own `text` checks each text for Arabic, justification and rotation, which are not used here:
 * without it, a binder takes half the time. jsPDF still writes fonts, streams and the file.
 */
export function pageWriter(doc: jsPDF, fonts: Fonts, pageByAnchor: ReadonlyMap<string, number>) {
  const glyphs = { regular: glyphsOf(doc, 'regular'), bold: glyphsOf(doc, 'bold') }

  function textOperator(weight: Weight, size: number, x: number, y: number, text: string): string {
    const { key, codeOf } = glyphs[weight]
    let codes = ''
    for (const character of text) codes += codeOf(character)
    return `BT /${key} ${number(size)} Tf ${number(x)} ${number(paper.height - y)} Td <${codes}> Tj ET`
  }

  function operator(mark: Mark): string {
    switch (mark.kind) {
      case 'text': {
        const shown = textOperator(mark.weight, mark.size, mark.x, mark.y, mark.text)
        return mark.white ? `1 g ${shown} 0 g` : shown
      }
      case 'pageNumber': {
        const text = String(pageByAnchor.get(mark.anchor) ?? '–')
        const x = mark.x - textWidth(text, fonts.regular, mark.size)
        return textOperator('regular', mark.size, x, mark.y, text)
      }
      case 'line':
        return `${number(mark.width)} w ${number(mark.x1)} ${number(paper.height - mark.y1)} m ${number(mark.x2)} ${number(paper.height - mark.y2)} l S`
      case 'box': {
        const corner = `${number(mark.x)} ${number(paper.height - mark.y - mark.height)}`
        const shape = `${corner} ${number(mark.width)} ${number(mark.height)} re`
        return mark.filled ? `0 g ${shape} f` : `0.9 w ${shape} S`
      }
    }
  }

  return (marks: readonly Mark[]): void => writeLine(doc, marks.map(operator).join('\n'))
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Finds the font's name in the file, and the code of each character in it. */
function glyphsOf(doc: jsPDF, weight: Weight): { key: string; codeOf: (text: string) => string } {
  const font: unknown = doc.setFont(fontNames[weight], 'normal').getFont()
  if (typeof font !== 'object' || font === null || !('id' in font)) {
    throw new Error('jsPDF has no such font.')
  }
  if (!('pdfEscape16' in doc) || typeof doc.pdfEscape16 !== 'function') {
    throw new Error('jsPDF has no pdfEscape16.')
  }
  // With a space on the first page, jsPDF treats the font as used and embeds it.
  doc.text(' ', 0, 0)
  const { pdfEscape16 } = doc
  const codes = new Map<string, string>()
  return {
    key: String(font.id),
    codeOf: (text) => {
      const known = codes.get(text)
      if (known !== undefined) return known
      // Both spaces have the same glyph; text search should find the ordinary one.
      const code = String(pdfEscape16(text === noBreak ? ' ' : text, font))
      codes.set(text, code)
      return code
    },
  }
}

/** Writes one operator. jsPDF has this for its plugins, but not in its types. */
export function writeLine({ internal }: jsPDF, line: string): void {
  if (!('write' in internal) || typeof internal.write !== 'function') {
    throw new Error('jsPDF has no internal.write.')
  }
  internal.write(line)
}
