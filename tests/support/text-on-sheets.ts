import type { Sheet } from '#pdf/sheet.ts'

/** What stands on the pages, line by line as it is read. */
export function textOnSheets(sheets: readonly Sheet[]): string {
  return sheets
    .map(({ title, subtitle, marks }) => {
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
      const heights = [...new Set(texts.map(({ y }) => Math.round(y)))].toSorted((a, b) => a - b)
      const lines = heights.map((height) =>
        texts
          .filter(({ y }) => Math.round(y) === height)
          .toSorted((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join(' | '),
      )
      return [title, subtitle, '', ...lines].join('\n')
    })
    .join('\n\n----\n\n')
}
