/** The most that a JSON text may hold; each limit is for what an honest sender needs, with room to spare. */
export type JsonLimits = {
  /** Arrays and objects inside each other. */
  depth: number
  /** Values in one array or object. */
  elements: number
  /** Values in all. */
  values: number
}

export type JsonExcess = keyof JsonLimits

/**
 * Answers which limit a JSON text breaks; null when it may be parsed. Nothing is allocated for what it holds: a small
 * text of brackets may mean more objects than memory has room for, and more levels than the stack has.
 */
export function jsonExcess(text: string, limits: JsonLimits): JsonExcess | null {
  /** Elements so far of each open array or object; the first is for values side by side, one a line. */
  const elements = [0]
  let values = 0
  for (let place = 0; place < text.length; place++) {
    const letter = text[place]
    if (letter === '"') place = stringEnd(text, place)
    else if (letter === '[' || letter === '{') {
      if (elements.length === 1) elements[0] = (elements[0] ?? 0) + 1
      if (elements.length > limits.depth) return 'depth'
      elements.push(1)
      values += 1
    } else if (letter === ']' || letter === '}') {
      if (elements.length > 1) elements.pop()
    } else if (letter === ',' && elements.length > 1) {
      elements[elements.length - 1] = (elements.at(-1) ?? 0) + 1
      values += 1
    } else continue
    if ((elements.at(-1) ?? 0) > limits.elements) return 'elements'
    if (values > limits.values) return 'values'
  }
  return null
}

/** The place of the quote that ends the string, or the end of the text. */
export function stringEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end
}
