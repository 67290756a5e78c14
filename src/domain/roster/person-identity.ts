import { foldText } from '../base/folded-text.ts'
import type { ListedPerson } from './listed-person.ts'

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
  const { personalNumber, ehrId, bornOn } = person
  if (personalNumber?.valid === true)
    keys.push({ kind: 'personalNumber', value: personalNumber.value })
  if (ehrId !== null) keys.push({ kind: 'ehrId', value: foldText(ehrId) })
  const name = `${foldText(person.name.family)}|${foldText(person.name.given)}`
  if (name === '|') return keys
  if (bornOn !== null) keys.push({ kind: 'nameAndBirth', value: `${name}|${bornOn}` })
  else if (keys.length === 0) {
    const rest = `${foldText(personalNumber?.value ?? '')}|${foldText(person.street)}`
    keys.push({ kind: 'nameAndAddress', value: `${name}|${rest}` })
  }
  return keys
}

/** Whether two who share a key may be one: two valid numbers or two EHR ids that differ are two people. */
export function canBeSame(a: Identified, b: Identified, by: IdentityKey['kind']): boolean {
  const numbersDiffer = differ(validNumber(a), validNumber(b))
  switch (by) {
    case 'personalNumber':
      return true
    case 'ehrId':
      return !numbersDiffer && isLikely(a, b)
    case 'nameAndBirth':
    case 'nameAndAddress':
      return !numbersDiffer && !differ(foldedEhrId(a), foldedEhrId(b))
  }
}

/**
 * Whether one EHR id can mean both: some lists number their own lines, and the next week's line 5 is
 * somebody else. A name may change and a birth date be put right, but not both at once.
 */
function isLikely(a: Identified, b: Identified): boolean {
  const [family, given] = [sameName(a, b, 'family'), sameName(a, b, 'given')]
  if (a.bornOn === null || b.bornOn === null) return family || given
  return a.bornOn === b.bornOn || (family && given)
}

/** A row that adds to one before it may have no name. */
function sameName(a: Identified, b: Identified, part: 'family' | 'given'): boolean {
  const [one, other] = [foldText(a.name[part]), foldText(b.name[part])]
  return one === other || isNameless(a) || isNameless(b)
}

function isNameless({ name }: Identified): boolean {
  return foldText(name.family + name.given) === ''
}

function validNumber({ personalNumber }: Identified): string | null {
  return personalNumber?.valid === true ? personalNumber.value : null
}

function foldedEhrId({ ehrId }: Identified): string | null {
  return ehrId === null ? null : foldText(ehrId)
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}

/** Finds people again by their keys. What it finds them as is up to whoever fills it. */
export class PersonIndex<Found extends { identity: Identified }> {
  readonly #byKey = new Map<string, Found>()

  /** The first to hold a key keeps it, and of those who share it the first of each name. */
  add(found: Found): void {
    for (const key of identityKeys(found.identity)) {
      for (const text of [namedKeyText(key, found.identity), keyText(key)]) {
        if (!this.#byKey.has(text)) this.#byKey.set(text, found)
      }
    }
  }

  find(identity: Identified): Found | null {
    for (const key of identityKeys(identity)) {
      for (const text of [namedKeyText(key, identity), keyText(key)]) {
        const found = this.#byKey.get(text)
        if (found !== undefined && canBeSame(found.identity, identity, key.kind)) return found
      }
    }
    return null
  }

  /** Whoever already holds this key, be it the same person or not. */
  holderOf(key: IdentityKey): Found | null {
    return this.#byKey.get(keyText(key)) ?? null
  }
}

function keyText(key: IdentityKey): string {
  return `${key.kind}:${key.value}`
}

/** Lists that number their own lines give one number to several people. */
function namedKeyText(key: IdentityKey, { name }: Identified): string {
  return `${keyText(key)}|${foldText(name.family)}|${foldText(name.given)}`
}
