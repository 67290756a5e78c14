import { stringEnd } from '#domain/base/json-shape.ts'

/**
 * The physical line of each element of the top object's array `name`, or of the top array itself. The text is known
 * to be JSON.
 */
export function elementLines(text: string, name: string | null): number[] {
  const lines: number[] = []
  const elementDepth = name === null ? 1 : 2
  let depth = 0
  let line = 1
  let key: string | null = null
  let isInside = name === null && text.trimStart().startsWith('[')
  for (let place = 0; place < text.length; place++) {
    const letter = text[place]
    if (letter === '\n' || (letter === '\r' && text[place + 1] !== '\n')) line += 1
    else if (letter === '"') {
      const end = stringEnd(text, place)
      if (depth === 1) key = text.slice(place + 1, end)
      place = end
    } else if (letter === '{' || letter === '[') {
      if (isInside && depth === elementDepth) lines.push(line)
      if (letter === '[' && depth === 1 && name !== null) isInside = key === name
      depth += 1
    } else if (letter === '}' || letter === ']') depth -= 1
  }
  return name === null && !isInside ? [1 + leadingLines(text)] : lines
}

function leadingLines(text: string): number {
  return /^\s*/.exec(text)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0
}

/** A key that the top object has twice: of its values only the last is parsed, and whoever is in the others is lost. */
export function repeatedKey(text: string): string | null {
  const keys = new Set<string>()
  let depth = 0
  for (let place = 0; place < text.length; place++) {
    const letter = text[place]
    if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') depth -= 1
    else if (letter === '"') {
      const end = stringEnd(text, place)
      const isKey = depth === 1 && /^\s*:/.test(text.slice(end + 1, end + 20))
      const key = text.slice(place + 1, end)
      if (isKey && keys.has(key)) return key
      if (isKey) keys.add(key)
      place = end
    }
  }
  return null
}
