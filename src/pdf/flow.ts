import {
  area,
  hairline,
  styles,
  type Mark,
  type Sheet,
  type TextStyle,
  type Typesetter,
} from './sheet.ts'

export type Heading = Pick<Sheet, 'title' | 'subtitle' | 'tab'>

/** Fills sheets from top to bottom, and continues on a new sheet when one is full. */
export class Flow {
  readonly sheets: Sheet[] = []
  /** The current height; the last line ends just above it. */
  y = area.bottom
  readonly set: Typesetter
  /** Draws what is repeated at the top of each new sheet, such as a table's column heads. */
  onNewSheet: (() => void) | null = null
  #heading: Heading

  constructor(set: Typesetter, heading: Heading) {
    this.set = set
    this.#heading = heading
    this.newSheet()
  }

  /** Sets the heading of the following sheets; the current sheet keeps its own. */
  set heading(heading: Heading) {
    this.#heading = heading
  }

  newSheet(): void {
    this.sheets.push({ ...this.#heading, anchors: [], marks: [] })
    this.y = area.top
    this.onNewSheet?.()
  }

  /** Starts a new sheet unless `height` is left on this one. */
  need(height: number): void {
    if (this.y + height > area.bottom) this.newSheet()
  }

  get left(): number {
    return area.bottom - this.y
  }

  put(...marks: readonly Mark[]): void {
    this.sheets.at(-1)?.marks.push(...marks)
  }

  anchor(name: string): void {
    this.sheets.at(-1)?.anchors.push(name)
  }

  gap(height: number): void {
    this.y += height
  }

  rule(): void {
    this.put(hairline(this.y))
  }

  /** Draws a paragraph, which may continue on the next sheet. */
  paragraph(text: string, style: TextStyle, x = area.left, width = area.right - x): void {
    for (const line of this.set.lines(text, style, width)) {
      this.need(style.leading)
      this.y += style.leading
      this.put(this.set.mark(line, x, this.y - style.leading * 0.25, style))
    }
  }

  /** Draws a section's name over a line, never alone at the end of a sheet. */
  section(title: string): void {
    this.need(60)
    this.gap(10)
    this.paragraph(title, styles.section)
    this.gap(1)
    this.rule()
    this.gap(3)
  }
}
