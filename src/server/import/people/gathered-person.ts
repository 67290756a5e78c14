import { canonicalJson } from '#domain/base/canonical-json.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ListedPerson } from '#domain/roster/listed-person.ts'
import {
  type Identified,
  identityKeys,
  identityOf,
  isNameAlone,
} from '#domain/roster/person-identity.ts'

/** A person as the rows read so far describe her. */
export type GatheredPerson = { person: ListedPerson; identity: Identified }

/**
 * Whether a further row is certainly about the same person. Within one list a name alone does not show it, but for a
 * row that stands there twice; nor does an EHR id with two birth dates that no slip of the finger explains.
 */
export function isSurelySame(known: GatheredPerson, further: GatheredPerson): boolean {
  const [one, other] = [known.person, further.person]
  if (isNameAlone(further.identity)) {
    return (
      one.zoneName === other.zoneName && canonicalJson(one.facts) === canonicalJson(other.facts)
    )
  }
  const hasNumber = one.personalNumber?.valid === true && other.personalNumber?.valid === true
  return hasNumber || isSameOrMistyped(one.bornOn, other.bornOn)
}

/** Two of the eight digits, which is also what a day and a month in each other's place come to. */
function isSameOrMistyped(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  return one.split('').filter((digit, place) => digit !== other[place]).length <= 2
}

/** In what a further row contradicts the rows before it about the same person. */
export function contradictions(first: ListedPerson, further: ListedPerson): ImportWarning[] {
  const warnings: ImportWarning[] = []
  const firstLine = first.line
  if (hasName(further) && foldedName(first) !== foldedName(further)) {
    const name = `${further.name.family}, ${further.name.given}`
    warnings.push({ kind: 'differentName', name, firstLine })
  }
  const zone = further.zoneName
  if (first.zoneName !== null && zone !== null && foldText(first.zoneName) !== foldText(zone)) {
    warnings.push({ kind: 'severalZones', zone, firstLine })
  }
  if (isOtherAddress(first, further)) warnings.push({ kind: 'otherAddress', firstLine })
  return warnings
}

/** Two who share name and birth date, and nothing surer, may be two. */
function isOtherAddress(first: ListedPerson, further: ListedPerson): boolean {
  const sure = new Set(sureKeys(first))
  if (sureKeys(further).some((key) => sure.has(key))) return false
  const [one, other] = [first, further].map(({ facts }) => foldText(facts.address?.street ?? ''))
  return one !== '' && other !== '' && one !== other
}

function sureKeys(person: ListedPerson): string[] {
  return identityKeys(identityOf(person)).flatMap(({ kind, value }) =>
    kind === 'personalNumber' || kind === 'ehrId' ? [`${kind}:${value}`] : [],
  )
}

export function hasName(person: ListedPerson): boolean {
  return foldedName(person) !== ''
}

function foldedName({ name }: ListedPerson): string {
  return foldText(name.family + name.given)
}
