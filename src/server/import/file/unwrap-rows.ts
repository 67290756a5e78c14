/**
 * Some programs take a whole row for one cell and quote it: «"1;""Hansen, Kari"";01.02.1940",,». Answers the text with
 * the rows taken out of their cells, line by line; any other text as it stands.
 */
export function unwrapRows(text: string): string {
  const opening = text.slice(0, openingLength).split(lineEnd).slice(0, maxOpeningLines)
  // The last line of the opening may be cut.
  const lines = (text.length > openingLength ? opening.slice(0, -1) : opening).filter(
    (line) => line.trim() !== '',
  )
  const isWrapped = lines.length > 1 && lines.every((line) => hasSeparator(unwrapped(line)))
  if (!isWrapped) return text
  return text
    .split(lineEnd)
    .map((line) => unwrapped(line) ?? line)
    .join('\n')
}

const openingLength = 20_000
const maxOpeningLines = 20
const lineEnd = /\r\n|\r|\n/

function unwrapped(line: string): string | null {
  const content = /^\s*"((?:[^"]|"")*)"[\s,;|]*$/.exec(line)?.[1]
  return content?.replaceAll('""', '"') ?? null
}

/** A list of one quoted column is no list of rows. */
function hasSeparator(content: string | null): boolean {
  return content !== null && (content.match(/[;\t|]|,(?! )/g)?.length ?? 0) > 0
}
