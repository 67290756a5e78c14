import { HumanName, type Resource } from './fhir-resource.ts'
import { readName } from './human-name.ts'

/**
 * The names and numbers of a Patient that cannot be read: she stays in the roster by them. Whatever of them is in
 * order is answered, for any part of the resource may be what is broken.
 */
export function identifyingTexts({ identifier, name }: Resource): string[] {
  const names = Array.isArray(name) ? name : [name]
  return [
    ...textsIn(identifier),
    ...names.flatMap((one: unknown) => {
      const parsed = HumanName.safeParse(one)
      if (!parsed.success) return []
      const { family, given } = readName(parsed.data)
      return [`${family} ${given}`]
    }),
  ]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
