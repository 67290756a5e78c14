type Parse = (text: string) => { ok: true; value: unknown } | { ok: false }

/** A line of a bulk export; without a value where it is no JSON. */
export type JsonLine = { line: number; raw: string; value?: unknown }

/** Reads one value a line. Null for a text of which fewer lines are JSON than not: that is one value, and cut. */
export function readLines(text: string, parse: Parse): JsonLine[] | null {
  const lines: JsonLine[] = []
  let broken = 0
  let line = 1
  // One at a time: a list of all lines may be larger than memory, be they ever so empty.
  for (const [found] of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (found === '\r\n' || found === '\r' || found === '\n') line += 1
    else if (found.trim() !== '') {
      const parsed = parse(found)
      const isValue = parsed.ok && typeof parsed.value === 'object' && parsed.value !== null
      if (!isValue) broken += 1
      lines.push(
        parsed.ok && isValue ? { line, raw: found, value: parsed.value } : { line, raw: found },
      )
    }
  }
  return broken * 2 >= lines.length ? null : lines
}
