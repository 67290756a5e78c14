/** Chance that is the same every time: the demo municipality is made anew from its seed alone. */
export type SeededRandom = ReturnType<typeof seededRandom>

/** Mulberry32: 32 bits of state, even enough for names and batteries. Never for keys. */
export function seededRandom(seed: number) {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** From `least` to `most`, both included. */
  function integer(least: number, most: number): number {
    return least + Math.floor(next() * (most - least + 1))
  }

  function pick<Value>(values: readonly Value[]): Value {
    const value = values[integer(0, values.length - 1)]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }

  return {
    integer,
    pick,
    /** Whether it happens, of so many times in a hundred. */
    chance: (percent: number) => next() * 100 < percent,
    /** As `integer`, in whole steps of `step`. */
    stepped: (least: number, most: number, step: number) =>
      integer(Math.ceil(least / step), Math.floor(most / step)) * step,
    /** So many different ones, in no order. */
    sample: <Value>(values: readonly Value[], count: number): Value[] =>
      values
        .map((value) => ({ value, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .slice(0, count)
        .map(({ value }) => value),
  }
}
