/**
 * Writes a JSON value as its one canonical text: keys sorted by code unit, no white space
 * (RFC 8785 for the values that Beredt has). Hashes and signatures are made over this text.
 *
 * A member that is undefined is left out; a number that JSON cannot hold throws.
 */
export function canonicalJson(value: unknown): string {
  // `JSON.stringify` is used where it keeps our order, because a first sync hashes ten thousand patients.
  if (isInOrder(value)) return JSON.stringify(value)
  const sorted = inOrder(value)
  return sorted === unordered ? memberByMember(value) : JSON.stringify(sorted)
}

/** True when `JSON.stringify` gives the canonical text, for example for a value that was parsed from one. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || 'toJSON' in value) return false
  if (Array.isArray(value)) return value.every(isInOrder)
  let last = ''
  for (const key of Object.keys(value)) {
    if (key < last || !isInOrder(Reflect.get(value, key))) return false
    last = key
  }
  return true
}

const unordered = Symbol('no object of these members keeps our order')

/** JavaScript puts keys that look like numbers before all others, and `__proto__` is not a member. */
const unorderedKey = /^(\d|__proto__$)/

/** A copy whose members were added in the order of their keys. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return checked(value)
  if (Array.isArray(value)) {
    const items = value.map(inOrder)
    return items.includes(unordered) ? unordered : items
  }
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(value).toSorted()) {
    const member: unknown = Reflect.get(value, key)
    if (member === undefined) continue
    const copy = inOrder(member)
    if (copy === unordered || unorderedKey.test(key)) return unordered
    sorted[key] = copy
  }
  return sorted
}

function memberByMember(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(checked(value))
  if (Array.isArray(value)) return `[${value.map(memberByMember).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${memberByMember(member)}`)
  return `{${members.join(',')}}`
}

function checked(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value !== 'number') throw new Error(`A ${typeof value} has no JSON form`)
  if (!Number.isFinite(value)) throw new Error('A number without a JSON form')
  return value
}
