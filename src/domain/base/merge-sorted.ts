/** One sorted array of two; among equals those of the first come first. */
export function mergeSorted<Item>(
  a: readonly Item[],
  b: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] {
  const merged: Item[] = []
  let next = 0
  for (const item of a) {
    for (let other = b[next]; other !== undefined && compare(other, item) < 0; other = b[next]) {
      merged.push(other)
      next += 1
    }
    merged.push(item)
  }
  return merged.concat(b.slice(next))
}
