/** What names what: for each place, the places that it names. */
export type Naming = readonly (readonly number[])[]

type Circles = {
  /** Every place, each before the places that it names, unless they are on a circle together. */
  order: number[]
  /** Equal for the places of one circle alone. */
  circleOf: readonly number[]
}

/**
 * Finds what names itself in a circle. An honest phone cannot write one, because it names only what is written already.
 *
 * This is Tarjan's search with a stack of its own, because a chain of facts is longer than the engine's.
 */
export function findCircles(naming: Naming): Circles {
  const size = naming.length
  const unseen = -1
  const index = Array<number>(size).fill(unseen)
  const lowest = Array<number>(size).fill(0)
  const circleOf = Array<number>(size).fill(unseen)
  const nextName = Array<number>(size).fill(0)
  const open: number[] = []
  const path: number[] = []
  const named: number[] = []
  let count = 0
  let circles = 0

  const enter = (place: number) => {
    index[place] = count
    lowest[place] = count
    count += 1
    open.push(place)
    path.push(place)
  }
  const lower = (place: number, to: number) => {
    lowest[place] = Math.min(at(lowest, place), to)
  }
  const leave = (place: number) => {
    path.pop()
    const parent = path.at(-1)
    if (parent !== undefined) lower(parent, at(lowest, place))
    if (at(lowest, place) !== at(index, place)) return
    let member: number | undefined
    do {
      member = open.pop()
      if (member === undefined) break
      circleOf[member] = circles
      named.push(member)
    } while (member !== place)
    circles += 1
  }

  for (let root = 0; root < size; root += 1) {
    if (index[root] !== unseen) continue
    enter(root)
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      const next = naming[place]?.[at(nextName, place)]
      if (next === undefined) {
        leave(place)
        continue
      }
      nextName[place] = at(nextName, place) + 1
      if (index[next] === unseen) enter(next)
      else if (circleOf[next] === unseen) lower(place, at(index, next))
    }
  }
  return { order: named.toReversed(), circleOf }
}

function at(numbers: readonly number[], place: number): number {
  const number = numbers[place]
  if (number === undefined) throw new Error('A place that is not there')
  return number
}
