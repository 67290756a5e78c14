import type { PersonName } from '#domain/patient/patient.ts'
import { tidy } from './cell-values.ts'

/** «Etternavn, Fornavn», or «Fornavn Etternavn» where there is no comma. */
export function splitName(text: string, order: 'familyFirst' | 'givenFirst'): PersonName {
  const name = tidy(text)
  const comma = name.indexOf(',')
  if (comma !== -1)
    return { family: tidy(name.slice(0, comma)), given: tidy(name.slice(comma + 1)) }
  const space = order === 'familyFirst' ? name.indexOf(' ') : name.lastIndexOf(' ')
  if (space === -1) return { family: name, given: '' }
  const [first, second] = [name.slice(0, space), name.slice(space + 1)]
  return order === 'familyFirst'
    ? { family: first, given: second }
    : { family: second, given: first }
}
