import { maskedDigits } from '#text/nb/words/mask.ts'
import { noBreak } from '#text/nb/words/phone.ts'
import * as bold from './fonts/noto-sans-bold.ts'
import * as regular from './fonts/noto-sans-regular.ts'

export type Weight = 'regular' | 'bold'

/** One weight of Noto Sans: the file, and how wide each character is in thousandths of the size. */
export type PdfFont = {
  base64: string
  /** The width by UTF-16 code; 0 for a character that the font lacks. */
  widths: Uint16Array
}

export function hasCharacter({ widths }: PdfFont, character: string): boolean {
  return (widths[character.charCodeAt(0)] ?? 0) > 0 && character.length === 1
}

export type Fonts = Record<Weight, PdfFont>

/** Reads Noto Sans, subset by `scripts/subset-fonts.ts`. It is slow, so a print does it once. */
export function readFonts(): Fonts {
  return { regular: fontOf(regular), bold: fontOf(bold) }
}

function fontOf(source: { advances: string; base64: string }): PdfFont {
  const widths = new Uint16Array(0x10000)
  for (const pair of source.advances.split(' ')) {
    const [code = '', advance] = pair.split(':')
    widths[Number.parseInt(code, 36)] = Number(advance)
  }
  return { base64: source.base64, widths }
}

/** Replaces a character that the font lacks, because jsPDF would silently drop the rest of the line. */
const missing = '☐'

const replacements: Record<string, string> = {
  '\u2011': '-',
  '\u2010': '-',
  '\u00ad': '',
  '\r': '',
  '\t': ' ',
}

const elevenDigits = /(?<!\d)\d{6}[ \u00a0]?\d{5}(?!\d)/g

/** A telephone number within a sentence: `900 00 213`, `22 33 44 55`, `116 117`. */
const phoneInText = /(?<!\d)(?:\d{3} \d{2} \d{3}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{3})(?!\d)/g

/**
 * Converts a text to characters of the font, with telephone numbers that never break over two lines.
 *
 * Eleven digits that could be a fødselsnummer are masked everywhere: somebody may have typed one in a
 * remark, and printed lists get lost (Voss: 31 numbers on one list).
 */
export function printable(text: string, font: PdfFont): string {
  const clean = text
    .normalize('NFC')
    .replace(elevenDigits, maskedDigits(11))
    .replace(phoneInText, (phone) => phone.replaceAll(' ', noBreak))
  let shown = ''
  for (const character of clean) {
    const same = replacements[character] ?? character
    const isShown = same === '' || same === '\n' || hasCharacter(font, same)
    shown += isShown ? same : (withoutMarks(same, font) ?? missing)
  }
  return shown
}

/** Finds the base letter without its marks; null when the font lacks it. */
function withoutMarks(character: string, font: PdfFont): string | null {
  const [base] = character.normalize('NFD')
  return base !== undefined && hasCharacter(font, base) ? base : null
}

/** Returns the width of a printable text in points. */
export function textWidth(text: string, { widths }: PdfFont, size: number): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += widths[text.charCodeAt(i)] ?? 0
  return (width * size) / 1000
}

/** Breaks a printable text into lines that fit; a word that is wider than the line is split. */
export function wrap(text: string, font: PdfFont, size: number, width: number): string[] {
  if (!text.includes('\n') && textWidth(text, font, size) <= width) return [text]
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, font, size, width))
}

function wrapParagraph(text: string, font: PdfFont, size: number, width: number): string[] {
  const lines: string[] = []
  const space = textWidth(' ', font, size)
  let line = ''
  let used = 0
  for (const word of text.split(' ').flatMap((word) => cut(word, font, size, width))) {
    const own = textWidth(word, font, size)
    if (line !== '' && used + space + own > width) {
      lines.push(line)
      line = word
      used = own
    } else {
      used += line === '' ? own : space + own
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

function cut(word: string, font: PdfFont, size: number, width: number): string[] {
  if (textWidth(word, font, size) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && textWidth(`${part}${character}-`, font, size) > width) {
      parts.push(`${part}-`)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
