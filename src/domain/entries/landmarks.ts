/**
 * Picks the last item of a list, then those 1, 2, 4, 8 … before it, and the first. Two sides that
 * compare landmarks find how far their lists agree, to within a factor of two, from little data.
 */
export function landmarks<Item>(list: readonly Item[]): Item[] {
  const picked: Item[] = []
  for (let distance = 0; distance < list.length; distance = distance === 0 ? 1 : distance * 2) {
    picked.push(...list.slice(list.length - 1 - distance, list.length - distance))
  }
  const [first] = list
  if (first !== undefined && picked.at(-1) !== first) picked.push(first)
  return picked
}
