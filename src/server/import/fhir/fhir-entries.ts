import * as z from 'zod/mini'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { Resource } from './fhir-resource.ts'
import { stringEnd } from '../../base/json-shape.ts'
import { jsonRefusal } from './json-limits.ts'

export type FhirEntry = {
  /** The physical line that the entry begins on. */
  line: number
  fullUrl: string | null
  /** Null for what is no resource. */
  resource: Resource | null
  raw: string
}

export type FhirEntries = { entries: FhirEntry[]; timestamp: string | null }

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  timestamp: z.optional(z.string()),
  entry: z.optional(z.array(z.unknown())),
})
const BundleEntry = z.object({ fullUrl: z.optional(z.string()), resource: z.unknown() })

/** Reads a Bundle, a single resource, an array of resources, or one resource a line (bulk export). */
export function readEntries(text: string): Result<FhirEntries, ImportRefusal> {
  const tooLarge = jsonRefusal(text)
  if (tooLarge !== null) return refused(tooLarge)
  const whole = parseJson(text)
  if (!whole.ok) return readLines(text)
  const bundle = Bundle.safeParse(whole.value)
  if (bundle.success) {
    const lines = elementLines(text, 'entry')
    const entries = (bundle.data.entry ?? []).map((value, place) => {
      const entry = BundleEntry.safeParse(value)
      return entryOf(entry.data?.resource, lines[place] ?? 1, entry.data?.fullUrl ?? null)
    })
    return accepted({ entries, timestamp: bundle.data.timestamp ?? null })
  }
  const lines = elementLines(text, null)
  const values: unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value]
  const entries = values.map((value, place) => entryOf(value, lines[place] ?? 1, null))
  return accepted({ entries, timestamp: null })
}

function readLines(text: string): Result<FhirEntries, ImportRefusal> {
  const entries: FhirEntry[] = []
  let line = 1
  // One at a time: a list of all lines may be larger than memory, be they ever so empty.
  for (const [found] of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (found === '\r\n' || found === '\r' || found === '\n') line += 1
    else if (found.trim() !== '') {
      const parsed = parseJson(found)
      if (!parsed.ok) return refused({ kind: 'brokenJson' })
      entries.push(entryOf(parsed.value, line, null))
    }
  }
  return accepted({ entries, timestamp: null })
}

function entryOf(value: unknown, line: number, fullUrl: string | null): FhirEntry {
  const resource = Resource.safeParse(value)
  const raw = JSON.stringify(value ?? null)
  return { line, fullUrl, resource: resource.success ? resource.data : null, raw }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false }
    throw error
  }
}

/**
 * The physical line of each element of the top object's array `name`, or of the top array itself. The text is known
 * to be JSON.
 */
function elementLines(text: string, name: string | null): number[] {
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
