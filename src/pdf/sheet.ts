import { printable, textWidth, wrap, type Fonts, type Weight } from './font.ts'

/** The size of A4, and the area for content. Lengths in `src/pdf/` are points from the top left. */
export const paper = { width: 595.28, height: 841.89 }
export const area = { left: 39, right: 556.5, top: 96, bottom: 768 }
export const contentWidth = area.right - area.left

export type Mark =
  | {
      kind: 'text'
      x: number
      y: number
      size: number
      weight: Weight
      text: string
      white: boolean
    }
  /** The number of the page that has `anchor`, known when all pages are made; its right end is at `x`. */
  | { kind: 'pageNumber'; x: number; y: number; size: number; anchor: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number; filled: boolean }

/** A page without its number. */
export type Sheet = {
  title: string
  /** The line below the title, as «slik det var mandag 23.11.2026 kl. 06:12». */
  subtitle: string
  /** The letter of the tab at the right edge; null for cover and contents. */
  tab: string | null
  anchors: string[]
  marks: Mark[]
}

export type TextStyle = { size: number; weight: Weight; leading: number }

export const styles = {
  body: { size: 10.1, weight: 'regular', leading: 13.5 },
  strong: { size: 10.1, weight: 'bold', leading: 13.5 },
  name: { size: 11.6, weight: 'bold', leading: 15 },
  small: { size: 8.6, weight: 'regular', leading: 11.4 },
  smallStrong: { size: 8.6, weight: 'bold', leading: 11.4 },
  heading: { size: 9, weight: 'bold', leading: 12 },
  section: { size: 12.5, weight: 'bold', leading: 17 },
} as const satisfies Record<string, TextStyle>

/** Measures text, breaks it into lines, and makes marks of it. */
export function typesetter(fonts: Fonts) {
  // Cached, because names and addresses are on many lists. Both weights have the same characters.
  const printables = new Map<string, string>()
  const shown = (text: string): string => {
    const known = printables.get(text)
    if (known !== undefined) return known
    const made = printable(text, fonts.regular)
    printables.set(text, made)
    return made
  }
  const lines = (text: string, style: TextStyle, width: number): string[] =>
    wrap(shown(text), fonts[style.weight], style.size, width)
  const mark = (text: string, x: number, y: number, style: TextStyle): Mark => ({
    kind: 'text',
    x,
    y,
    size: style.size,
    weight: style.weight,
    text: shown(text),
    white: false,
  })
  const width = (text: string, style: TextStyle): number =>
    textWidth(shown(text), fonts[style.weight], style.size)
  return {
    lines,
    width,
    mark,
    /** Makes a mark whose right end is at `x`. */
    markEndingAt: (text: string, x: number, y: number, style: TextStyle): Mark =>
      mark(text, x - width(text, style), y, style),
  }
}

export type Typesetter = ReturnType<typeof typesetter>

export function hairline(y: number, x1 = area.left, x2 = area.right): Mark {
  return { kind: 'line', x1, y1: y, x2, y2: y, width: 0.5 }
}
