/** Random values that are the same every time, so that a seed alone gives the same demo municipality. */
export type SeededRandom = ReturnType<typeof seededRandom>

/** Mulberry32 has 32 bits of state, which is enough for names and batteries. Never use it for keys. */
export function seededRandom(seed: number) {
  let state = seed >>> 0

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** Returns a whole number from `min` to `max`, both included. */
  function integer(min: number, max: number): number {
    return min + Math.floor(next() * (max - min + 1))
  }

  function pick<Value>(values: readonly Value[]): Value {
    const value = values[integer(0, values.length - 1)]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }

  return {
    integer,
    pick,
    /** Answers true with a probability of `percent`. */
    chance: (percent: number) => next() * 100 < percent,
    /** Returns a multiple of `step` from `min` to `max`. */
    stepped: (min: number, max: number, step: number) =>
      integer(Math.ceil(min / step), Math.floor(max / step)) * step,
    /** Returns `count` different values, in random order. */
    sample: <Value>(values: readonly Value[], count: number): Value[] =>
      values
        .map((value) => ({ value, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .slice(0, count)
        .map(({ value }) => value),
  }
}
