import type { FhirEntry } from './fhir-entries.ts'
import { Resource, type Reference } from './fhir-resource.ts'

export type ReferenceIndex = {
  /** The entry that a resource refers to; null when it is not in the file, or may be one of two. */
  find: (reference: Reference, within: Resource) => FhirEntry | null
  /** The resource that is meant, be it an entry of its own or contained in the one that refers. */
  findResource: (
    reference: Reference,
    within: Resource,
  ) => { resource: Resource; entry: FhirEntry | null } | null
}

/**
 * Finds entries by how others refer to them: full address, `Type/id` or, within one resource, `#id`.
 *
 * An address of another server is never taken for the `Type/id` at its end: that is somebody else there. `Type/id` means
 * the one on the referring entry's own server.
 */
export function referenceIndex(entries: readonly FhirEntry[]): ReferenceIndex {
  const byAddress = new Map<string, FhirEntry>()
  const byName = new Map<string, FhirEntry[]>()
  const baseOf = new Map<Resource, string | null>()
  for (const entry of entries) {
    const { resource, fullUrl } = entry
    if (fullUrl !== null && !byAddress.has(fullUrl)) byAddress.set(fullUrl, entry)
    if (resource === null) continue
    baseOf.set(resource, serverOf(fullUrl))
    if (resource.id === undefined) continue
    const name = `${resource.resourceType}/${resource.id}`
    const named = byName.get(name)
    if (named === undefined) byName.set(name, [entry])
    else if (named.length < maxNamed) named.push(entry)
  }

  function find({ reference }: Reference, within: Resource): FhirEntry | null {
    if (reference === undefined) return null
    const address = reference.replace(/\/_history\/[^/]*$/, '')
    const direct = byAddress.get(address)
    if (direct !== undefined) return direct
    const server = serverOf(address)
    const name = /(?:^|\/)([A-Za-z]+\/[A-Za-z0-9.-]+)$/.exec(address)?.[1]
    const named = name === undefined ? [] : (byName.get(name) ?? [])
    const own = server ?? baseOf.get(within) ?? null
    const there = named.filter(({ fullUrl }) => serverOf(fullUrl) === own)
    if (server !== null) return only(there.length > 0 ? there : named.filter(hasNoServer))
    return only(there) ?? only(named)
  }

  return {
    find,

    findResource(reference, within) {
      if (reference.reference?.startsWith('#') === true) {
        const contained = findContained(within, reference.reference.slice(1))
        return contained === null ? null : { resource: contained, entry: null }
      }
      const entry = find(reference, within)
      return entry === null || entry.resource === null ? null : { resource: entry.resource, entry }
    },
  }
}

/** One name of many entries means none of them. */
const maxNamed = 20

/** What stands before `Type/id` in an address; null for one without a server, as `urn:uuid:…`. */
function serverOf(address: string | null): string | null {
  return /^(https?:\/\/.*)\/[A-Za-z]+\/[A-Za-z0-9.-]+$/.exec(address ?? '')?.[1] ?? null
}

function hasNoServer({ fullUrl }: FhirEntry): boolean {
  return serverOf(fullUrl) === null
}

/** Several versions of one resource are the same somebody; the first of them is meant. */
function only(entries: readonly FhirEntry[]): FhirEntry | null {
  const [first, ...more] = entries
  if (first === undefined) return null
  return more.every(({ fullUrl }) => fullUrl === first.fullUrl) ? first : null
}

function findContained(within: Resource, id: string): Resource | null {
  for (const value of within.contained ?? []) {
    const resource = Resource.safeParse(value)
    if (resource.success && resource.data.id === id) return resource.data
  }
  return null
}
