import { canonicalJson } from '#domain/base/canonical-json.ts'
import { foldText } from '#domain/base/folded-text.ts'
import type { ImportWarning } from '#domain/roster/import-problem.ts'
import type { ChangedField } from '#domain/roster/changed-field.ts'
import type { ListedFacts, ListedPerson } from '#domain/roster/listed-person.ts'
import { type Identified, type IdentityKey, identityKeys } from '#domain/roster/person-identity.ts'

/** A person as the rows read so far describe her. */
export type GatheredPerson = { person: ListedPerson; identity: Identified }

/**
 * Whether a further row is certainly about the same person. A shared number or id shows it, but an id with two birth
 * dates that no slip of the finger explains. A name with a birth date or a street does not: two people may share them,
 * and so they are two unless their homes are one too, or the rows are alike in all but what a list has a row each for.
 */
export function isSurelySame(known: GatheredPerson, further: GatheredPerson): boolean {
  const [one, other] = [known.person, further.person]
  const shared = sharedKinds(known.identity, further.identity)
  if (shared.has('personalNumber')) return true
  if (shared.has('ehrId')) return isSameOrMistyped(one.bornOn, other.bornOn)
  if (shared.has('nameAndBirth') && isSameStreet(known.identity, further.identity)) return true
  const [zone, otherZone] = [one, other].map(({ zoneName }) => foldText(zoneName ?? ''))
  return (
    zone === otherZone && canonicalJson(lastingFacts(one)) === canonicalJson(lastingFacts(other))
  )
}

function sharedKinds(one: Identified, other: Identified): Set<IdentityKey['kind']> {
  const keys = new Set(identityKeys(one).map(({ kind, value }) => `${kind}:${value}`))
  const shared = identityKeys(other).filter(({ kind, value }) => keys.has(`${kind}:${value}`))
  return new Set(shared.map(({ kind }) => kind))
}

function isSameStreet(one: Identified, other: Identified): boolean {
  return foldText(one.street) !== '' && foldText(one.street) === foldText(other.street)
}

/** All that a list says but for what it may have a row each for. */
function lastingFacts({ facts }: ListedPerson): Partial<ListedFacts> {
  return { ...facts, services: [], devices: [], doseTimes: [], supervisionTimes: [] }
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
  const fields = differingFields(first, further)
  if (fields.length > 0) warnings.push({ kind: 'otherAddress', firstLine, fields })
  return warnings
}

/** What a person has one of: the first row's stands, and the other one must not go unseen. */
function differingFields(first: ListedPerson, further: ListedPerson): ChangedField[] {
  const [a, b] = [first.facts, further.facts]
  const pairs: [ChangedField, string, string][] = [
    ['bornOn', first.bornOn ?? '', further.bornOn ?? ''],
    ['ehrId', first.ehrId ?? '', further.ehrId ?? ''],
    ['address', addressText(a.address), addressText(b.address)],
    ['phone', a.phone ?? '', b.phone ?? ''],
    ['livesAlone', String(a.livesAlone ?? ''), String(b.livesAlone ?? '')],
    ['generalPractitioner', doctorText(a.generalPractitioner), doctorText(b.generalPractitioner)],
    ['gender', a.gender ?? '', b.gender ?? ''],
    ...plainFields.map((field): [ChangedField, string, string] => [
      field,
      a[field] ?? '',
      b[field] ?? '',
    ]),
  ]
  return pairs.flatMap(([field, one, other]) => {
    const [own, further] = [foldText(one), foldText(other)]
    return own !== '' && further !== '' && own !== further ? [field] : []
  })
}

const plainFields = ['mobility', 'communication', 'resuscitation', 'nutrition', 'pharmacy'] as const

function addressText(address: ListedFacts['address'] | undefined): string {
  return address?.street ?? ''
}

function doctorText(doctor: ListedFacts['generalPractitioner'] | undefined): string {
  return doctor?.name || doctor?.phone || ''
}

export function hasName(person: ListedPerson): boolean {
  return foldedName(person) !== ''
}

function foldedName({ name }: ListedPerson): string {
  return foldText(name.family + name.given)
}
