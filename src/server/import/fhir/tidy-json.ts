/**
 * JSON as FHIR means it: null in a list says only that a neighbour of the element stands in «_given» or «_line», and is
 * no element; one object where FHIR has a list is a list of one. The text is known not to nest without end.
 */
export function tidyJson(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((element) => element !== null).map(tidyJson)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== null)
      .map(([key, part]) => [key, listed(key, tidyJson(part), value)]),
  )
}

/** What is a list wherever a person's data has it. */
const lists = new Set(['identifier', 'telecom', 'address', 'contact', 'given', 'line', 'coding'])

function listed(key: string, part: unknown, whole: object): unknown {
  const isOne = typeof part === 'object' && part !== null && !Array.isArray(part)
  if (key === 'given' || key === 'line') return typeof part === 'string' ? [part] : part
  // A reference has one identifier, a Patient a list of them; a contact has one name.
  const isResource = 'resourceType' in whole
  const isList = key === 'coding' || (isResource && (lists.has(key) || isPersonsName(key, whole)))
  return isOne && isList ? [part] : part
}

function isPersonsName(key: string, whole: object): boolean {
  const type: unknown = 'resourceType' in whole ? whole.resourceType : null
  return (
    key === 'name' && (type === 'Patient' || type === 'RelatedPerson' || type === 'Practitioner')
  )
}
