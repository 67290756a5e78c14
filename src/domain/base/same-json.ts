/** Whether two JSON values have the same canonical text. Writing it takes ten times longer, and most that is compared is equal. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object') return false
  if (one === null || other === null) return false
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, place) => isSameJson(item, other[place]))
    )
  }
  const members = memberNames(one)
  return (
    members.length === memberNames(other).length &&
    members.every((name) => isSameJson(Reflect.get(one, name), Reflect.get(other, name)))
  )
}

/** A member that is undefined is left out of the text. */
function memberNames(value: object): string[] {
  return Object.keys(value).filter((name) => Reflect.get(value, name) !== undefined)
}
