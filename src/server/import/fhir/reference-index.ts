import type { FhirEntry } from './fhir-entries.ts'
import { Resource, type Reference } from './fhir-resource.ts'

export type ReferenceIndex = {
  find: (reference: Reference) => FhirEntry | null
  /** The resource that is meant, be it an entry of its own or contained in the one that refers. */
  findResource: (
    reference: Reference,
    within: Resource,
  ) => { resource: Resource; entry: FhirEntry | null } | null
}

/** Finds entries by how others refer to them: full address, `Type/id` or, within one resource, `#id`. */
export function referenceIndex(entries: readonly FhirEntry[]): ReferenceIndex {
  const entriesByReference = new Map<string, FhirEntry>()
  for (const entry of entries) {
    const { resource, fullUrl } = entry
    if (fullUrl !== null) entriesByReference.set(fullUrl, entry)
    if (resource?.id === undefined) continue
    entriesByReference.set(`${resource.resourceType}/${resource.id}`, entry)
  }

  function find({ reference }: Reference): FhirEntry | null {
    if (reference === undefined) return null
    const direct = entriesByReference.get(reference)
    if (direct !== undefined) return direct
    const relative = /([A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/.*)?$/.exec(reference)?.[1]
    return (relative === undefined ? undefined : entriesByReference.get(relative)) ?? null
  }

  return {
    find,

    findResource(reference, within) {
      if (reference.reference?.startsWith('#') === true) {
        const contained = findContained(within, reference.reference.slice(1))
        return contained === null ? null : { resource: contained, entry: null }
      }
      const entry = find(reference)
      return entry === null || entry.resource === null ? null : { resource: entry.resource, entry }
    },
  }
}

function findContained(within: Resource, id: string): Resource | null {
  for (const value of within.contained ?? []) {
    const resource = Resource.safeParse(value)
    if (resource.success && resource.data.id === id) return resource.data
  }
  return null
}
