import type { FhirEntry } from './fhir-entries.ts'
import { Resource, type Reference } from './fhir-resource.ts'

/** Finds entries by how others refer to them: full address, `Type/id` or, within one resource, `#id`. */
export class ReferenceIndex {
  readonly #byReference = new Map<string, FhirEntry>()

  constructor(entries: readonly FhirEntry[]) {
    for (const entry of entries) {
      const { resource, fullUrl } = entry
      if (fullUrl !== null) this.#byReference.set(fullUrl, entry)
      if (resource?.id === undefined) continue
      this.#byReference.set(`${resource.resourceType}/${resource.id}`, entry)
    }
  }

  find({ reference }: Reference): FhirEntry | null {
    if (reference === undefined) return null
    const direct = this.#byReference.get(reference)
    if (direct !== undefined) return direct
    const relative = /([A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/.*)?$/.exec(reference)?.[1]
    return (relative === undefined ? undefined : this.#byReference.get(relative)) ?? null
  }

  /** The resource that is meant, be it an entry of its own or contained in the one that refers. */
  findResource(
    reference: Reference,
    within: Resource,
  ): { resource: Resource; entry: FhirEntry | null } | null {
    if (reference.reference?.startsWith('#') === true) {
      const id = reference.reference.slice(1)
      const contained = (within.contained ?? []).flatMap((value) => {
        const resource = Resource.safeParse(value)
        return resource.success && resource.data.id === id ? [resource.data] : []
      })[0]
      return contained === undefined ? null : { resource: contained, entry: null }
    }
    const entry = this.find(reference)
    return entry === null || entry.resource === null ? null : { resource: entry.resource, entry }
  }
}
