import { foldText } from '../base/folded-text.ts'
import type { ListedPerson } from './listed-person.ts'
import { readRecordId } from '../patient/record-id.ts'

/** By what a person is known again, from one row to the next and from one week to the next; the surest first. */
export type IdentityKey = {
  kind: 'personalNumber' | 'ehrId' | 'nameAndBirth' | 'nameAndAddress'
  value: string
}

export type Identified = Pick<ListedPerson, 'name' | 'bornOn' | 'personalNumber' | 'ehrId'> & {
  /** Street, for who has neither number, id nor birth date. */
  street: string
}

export function identityOf(person: ListedPerson): Identified {
  return { ...person, street: person.facts.address?.street ?? '' }
}

/**
 * The keys of one person. A number that cannot be one is no key, for «ukjent» is many people; only where nothing
 * else is known does it stand beside name and address.
 */
export function identityKeys(person: Identified): IdentityKey[] {
  const keys: IdentityKey[] = []
  const { personalNumber, bornOn } = person
  if (personalNumber?.valid === true)
    keys.push({ kind: 'personalNumber', value: personalNumber.value })
  const ehrId = usableEhrId(person)
  if (ehrId !== null) keys.push({ kind: 'ehrId', value: ehrId })
  const name = `${foldText(person.name.family)}|${foldText(person.name.given)}`
  if (name === '|') return keys
  const street = foldText(person.street)
  if (bornOn !== null) keys.push({ kind: 'nameAndBirth', value: `${name}|${bornOn}` })
  else if (keys.length === 0 || street !== '') {
    keys.push({ kind: 'nameAndAddress', value: `${name}|${writtenNumber(person)}|${street}` })
  }
  return keys
}

/** Whether nothing but a name is known: then two of one name may well be two people. */
export function isNameAlone(person: Identified): boolean {
  const [key, ...more] = identityKeys(person)
  if (key?.kind !== 'nameAndAddress' || more.length > 0) return false
  return foldText(person.street) === '' && writtenNumber(person) === ''
}

/** Whether two who share a key may be one: two valid numbers or two EHR ids that differ are two people. */
export function canBeSame(a: Identified, b: Identified, by: IdentityKey['kind']): boolean {
  const numbersDiffer = differ(validNumber(a), validNumber(b))
  switch (by) {
    case 'personalNumber':
      return !isSomebodyElse(a, b)
    case 'ehrId':
      return !numbersDiffer && isLikely(a, b)
    case 'nameAndBirth':
    case 'nameAndAddress':
      return !numbersDiffer && !differ(usableEhrId(a), usableEhrId(b))
  }
}

/** A number may be typed at the wrong person, too: then neither a name nor the birth date agrees. */
function isSomebodyElse(a: Identified, b: Identified): boolean {
  const isOtherName = !sameName(a, b, 'family') && !sameName(a, b, 'given')
  return isOtherName && differ(a.bornOn, b.bornOn)
}

/**
 * Whether one EHR id can mean both: some lists number their own lines, and the next week's line 5 is
 * somebody else. A name may change and a birth date be put right, but not both at once. Without birth dates a shared
 * family name says little, for the next line is often the spouse: the given name must agree.
 */
function isLikely(a: Identified, b: Identified): boolean {
  if (isNameless(a) || isNameless(b)) return true
  const [family, given] = [sameName(a, b, 'family'), sameName(a, b, 'given')]
  if (a.bornOn !== null && b.bornOn !== null) return a.bornOn === b.bornOn || (family && given)
  if (family) return given || sharesGivenName(a, b)
  const [street, other] = [foldText(a.street), foldText(b.street)]
  return given && a.name.given !== '' && (street === '' || other === '' || street === other)
}

/** A row that adds to one before it may have no name. */
function sameName(a: Identified, b: Identified, part: 'family' | 'given'): boolean {
  const [one, other] = [foldText(a.name[part]), foldText(b.name[part])]
  return one === other || isNameless(a) || isNameless(b)
}

/** «Kari» and «Kari Anne». */
function sharesGivenName(a: Identified, b: Identified): boolean {
  const [one, other] = [a, b].map(({ name }) => name.given.split(/[\s-]+/).map(foldText))
  return one?.[0] !== '' && one?.[0] === other?.[0]
}

function isNameless({ name }: Identified): boolean {
  return foldText(name.family + name.given) === ''
}

function validNumber({ personalNumber }: Identified): string | null {
  return personalNumber?.valid === true ? personalNumber.value : null
}

/** A number that cannot be one and yet is somebody's own: mistyped, not left out or rounded. */
function writtenNumber({ personalNumber }: Identified): string {
  if (personalNumber === null || personalNumber.valid) return ''
  const read = readRecordId(personalNumber.value)
  return read.kind === 'usable' ? foldText(read.value) : ''
}

/** The value of the key `ehrId`; null where there is none. */
export function usableEhrId({ ehrId }: Pick<Identified, 'ehrId'>): string | null {
  if (ehrId === null) return null
  const read = readRecordId(ehrId)
  return read.kind === 'usable' ? foldText(read.value) : null
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}
