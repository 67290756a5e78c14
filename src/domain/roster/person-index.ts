import { foldText } from '../base/folded-text.ts'
import { canBeSame, identityKeys, type Identified, type IdentityKey } from './person-identity.ts'

/** Beyond these a key says nothing of who somebody is. */
const maxHolders = 50

export type PersonIndex<Found extends { identity: Identified }> = {
  add: (found: Found) => void
  /** Of those who share the surest key, whoever agrees most; null when none of them can be the same. */
  find: (identity: Identified, isFree?: (found: Found) => boolean) => Found | null
  /** Whoever already holds this key, be it the same person or not. */
  holderOf: (key: IdentityKey) => Found | null
}

/** Finds people again by their keys. What it finds them as is up to whoever fills it. */
export function personIndex<Found extends { identity: Identified }>(): PersonIndex<Found> {
  const holdersByKey = new Map<string, Found[]>()
  const holdersOf = (key: IdentityKey) => holdersByKey.get(keyText(key)) ?? []
  return {
    add(found) {
      for (const key of identityKeys(found.identity)) {
        const holders = holdersOf(key)
        if (holders.includes(found) || holders.length >= maxHolders) continue
        holders.push(found)
        holdersByKey.set(keyText(key), holders)
      }
    },

    find(identity, isFree = () => true) {
      for (const key of identityKeys(identity)) {
        const likely = holdersOf(key)
          .filter((found) => canBeSame(found.identity, identity, key.kind) && isFree(found))
          .toSorted((a, b) => agreement(b.identity, identity) - agreement(a.identity, identity))
        if (likely[0] !== undefined) return likely[0]
      }
      return null
    },

    holderOf: (key) => holdersOf(key)[0] ?? null,
  }
}

function keyText(key: IdentityKey): string {
  return `${key.kind}:${key.value}`
}

function agreement(a: Identified, b: Identified): number {
  return [
    isSame(a.name.family, b.name.family),
    isSame(a.name.given, b.name.given),
    a.bornOn !== null && a.bornOn === b.bornOn,
    isSame(a.street, b.street),
  ].filter(Boolean).length
}

function isSame(one: string, other: string): boolean {
  return one !== '' && foldText(one) === foldText(other)
}
