import type { PersonName } from '#domain/patient/patient.ts'
import { tidy } from './cell-values.ts'

/** What belongs to the family name after it: «Jan van der Berg», «van der Berg Jan». */
const particles =
  '(?:van|von|der|den|ter|ten|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|af|av|zu|zur)'

function startOfLastFamily(name: string): number {
  const found = new RegExp(String.raw`\s(?:${particles}\s+)*\S+$`, 'u').exec(name)
  return found === null || found.index === 0 ? name.lastIndexOf(' ') : found.index
}

function endOfFirstFamily(name: string): number {
  const found = new RegExp(String.raw`^(?:${particles}\s+)*\S+`, 'iu').exec(name)
  const end = found?.[0].length ?? -1
  return end === name.length ? name.indexOf(' ') : end
}

/** «Etternavn, Fornavn», or «Fornavn Etternavn» where there is no comma. */
export function splitName(text: string, order: 'familyFirst' | 'givenFirst'): PersonName {
  const name = tidy(text)
  const comma = name.indexOf(',')
  if (comma !== -1)
    return { family: tidy(name.slice(0, comma)), given: tidy(name.slice(comma + 1)) }
  const space = order === 'familyFirst' ? endOfFirstFamily(name) : startOfLastFamily(name)
  if (space === -1) return { family: name, given: '' }
  const [first, second] = [name.slice(0, space), name.slice(space + 1)]
  return order === 'familyFirst'
    ? { family: first, given: second }
    : { family: second, given: first }
}
