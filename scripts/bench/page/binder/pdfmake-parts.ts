/** A piece of a pdfmake definition. */
export type Content = string | { [key: string]: unknown }

type Piece = { text: string; style?: { size: number; weight: 'regular' | 'bold' } }
type Cell = readonly Piece[] | { anchor: string }

/** On a new page, and in the table of contents. */
export function title(text: string, id?: string): Content {
  return {
    text,
    ...(id === undefined ? {} : { id }),
    fontSize: 20.5,
    bold: true,
    pageBreak: 'before',
    tocItem: true,
    margin: [0, 0, 0, 12],
  }
}

export function ruledTable(
  widths: readonly (number | string)[],
  body: readonly Content[][],
): Content {
  return { layout: 'lightHorizontalLines', table: { widths, body } }
}

/** A table with a heading on each page, whose rows stay on one. */
export function table(
  columns: readonly { head: string; share: number }[],
  rows: readonly (readonly Cell[])[],
  padding: number,
): Content {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  // What the cells' own padding takes is not there to share.
  const room = 517 - columns.length * 8
  return {
    layout: 'lightHorizontalLines',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => (share / all) * room),
      body: [
        columns.map(({ head }) => ({ text: head, fontSize: 9, bold: true })),
        ...rows.map((cells) =>
          cells.map((cell) => ({ ...cellContent(cell), margin: [0, padding / 2] })),
        ),
      ],
    },
  }
}

function cellContent(cell: Cell): { [key: string]: unknown } {
  return 'anchor' in cell ? { pageReference: cell.anchor } : { stack: cell.map(pieceContent) }
}

function pieceContent({ text, style }: Piece): Content {
  return style === undefined ? text : { text, fontSize: style.size, bold: style.weight === 'bold' }
}
