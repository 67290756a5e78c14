import * as z from 'zod/mini'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { ImportRefusal } from '#domain/roster/import-problem.ts'
import { Resource } from './fhir-resource.ts'
import { elementLines, repeatedKey } from './json-places.ts'
import { jsonRefusal } from './json-limits.ts'
import { readLines } from './read-lines.ts'
import { tidyJson } from './tidy-json.ts'

export type FhirEntry = {
  /** The physical line that the entry begins on. */
  line: number
  fullUrl: string | null
  /** Null for what is no resource. */
  resource: Resource | null
  /** Why there is none, where that is known. */
  because?: 'deleted' | 'brokenLine'
  raw: string
}

export type FhirEntries = { entries: FhirEntry[]; timestamp: string | null }

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  type: z.optional(z.string()),
  timestamp: z.optional(z.string()),
  total: z.optional(z.number()),
  link: z.optional(z.array(z.object({ relation: z.optional(z.string()) }))),
  entry: z.optional(z.array(z.unknown())),
})
const BundleEntry = z.object({
  fullUrl: z.optional(z.string()),
  resource: z.unknown(),
  request: z.optional(z.object({ method: z.optional(z.string()) })),
})

/** Reads a Bundle, a single resource, an array of resources, or one resource a line (bulk export). */
export function readEntries(text: string): Result<FhirEntries, ImportRefusal> {
  const tooLarge = jsonRefusal(text)
  if (tooLarge !== null) return refused(tooLarge)
  const whole = parseJson(text)
  if (!whole.ok) {
    const lines = readLines(text, parseJson)
    if (lines === null) return refused({ kind: 'brokenJson' })
    const entries = lines.map(({ line, raw, value }): FhirEntry =>
      value === undefined
        ? { line, fullUrl: null, resource: null, because: 'brokenLine', raw }
        : entryOf(value, line, null),
    )
    return accepted({ entries, timestamp: null })
  }
  const bundle = Bundle.safeParse(tidyJson(whole.value))
  if (bundle.success) {
    const repeated = repeatedKey(text)
    if (repeated !== null) {
      return refused({ kind: 'brokenJson', because: 'repeatedKey', found: repeated })
    }
    const refusal = bundleRefusal(bundle.data)
    if (refusal !== null) return refused(refusal)
    const entries = bundleEntries(bundle.data, elementLines(text, 'entry'))
    return accepted({ entries, timestamp: bundle.data.timestamp ?? null })
  }
  const lines = elementLines(text, null)
  const values: unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value]
  const entries = values.map((value, place) => entryOf(value, lines[place] ?? 1, null))
  return accepted({ entries, timestamp: null })
}

/** A history tells of who was there once, and a page of who else is there: neither is the list of all. */
function bundleRefusal({ type, link, total, entry }: z.infer<typeof Bundle>): ImportRefusal | null {
  if (type === 'history') return { kind: 'brokenJson', because: 'history' }
  const hasNext = link?.some(({ relation }) => relation === 'next') === true
  const count = entry?.length ?? 0
  // What was searched for is at most all that was found: fewer entries than that are a page, whatever its links say.
  const isCut = type === 'searchset' && total !== undefined && total > count
  if (!hasNext && !isCut) return null
  const found = total === undefined ? `${count}` : `${count} av ${total}`
  return { kind: 'brokenJson', because: 'partOfList', found }
}

/** The entries of a Bundle, and of Bundles that are entries in it. */
function bundleEntries({ entry }: z.infer<typeof Bundle>, lines: readonly number[]): FhirEntry[] {
  return (entry ?? []).flatMap((value, place): FhirEntry[] => {
    const line = lines[place] ?? lines[0] ?? 1
    const parsed = BundleEntry.safeParse(value)
    const inner = Bundle.safeParse(parsed.data?.resource)
    if (inner.success) return bundleEntries(inner.data, [line])
    const own = entryOf(parsed.data?.resource, line, parsed.data?.fullUrl ?? null)
    const isDeleted = own.resource === null && parsed.data?.request?.method === 'DELETE'
    return [isDeleted ? { ...own, because: 'deleted', raw: JSON.stringify(value) } : own]
  })
}

function entryOf(value: unknown, line: number, fullUrl: string | null): FhirEntry {
  const resource = Resource.safeParse(tidyJson(value))
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
