/** Remembers the last answer for as long as every argument is the same. */
export function keptLast<Arguments extends readonly unknown[], Value>(
  make: (...given: Arguments) => Value,
): (...given: Arguments) => Value {
  let last: { given: Arguments; value: Value } | null = null
  return (...given) => {
    if (last === null || !isSame(last.given, given)) last = { given, value: make(...given) }
    return last.value
  }
}

/** Answers the array of before for as long as the next one holds the same, so that what was made of it stays. */
export function keptArray<Value>(): (next: readonly Value[]) => readonly Value[] {
  let last: readonly Value[] = []
  return (next) => {
    if (!isSame(last, next)) last = next
    return last
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((one, place) => one === b[place]))
}
