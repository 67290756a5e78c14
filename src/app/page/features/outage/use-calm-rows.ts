import { useEffect, useState } from 'react'

/** For so long after the last touch a list may still be gliding. */
const stillMilliseconds = 1_500

const touches = ['pointerdown', 'pointermove', 'touchmove', 'wheel', 'scroll', 'keydown'] as const

/**
 * Keeps rows where they are while somebody touches the screen: nothing jumps under a thumb. What a row says is always the
 * newest; rows that are new stand last, and rows that are gone stay until she lets go.
 */
export function useCalmRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const isTouched = useTouched()
  const [held, setHeld] = useState<readonly Row[]>(rows)
  const shown = isTouched ? inOrderOf(held, rows, keyOf) : rows
  // What is shown is what stands still when the next touch comes.
  if (!isSame(shown, held)) setHeld(shown)
  return shown
}

/** Takes the newest contents of rows, in the order in which they stood. */
function inOrderOf<Row>(
  held: readonly Row[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const newest = new Map(rows.map((row) => [keyOf(row), row]))
  const heldKeys = new Set(held.map(keyOf))
  return [
    ...held.map((row) => newest.get(keyOf(row)) ?? row),
    ...rows.filter((row) => !heldKeys.has(keyOf(row))),
  ]
}

function isSame<Row>(one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && one.every((row, place) => row === other[place])
}

function useTouched(): boolean {
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    function touch() {
      setTouched(true)
      clearTimeout(timer)
      timer = setTimeout(() => setTouched(false), stillMilliseconds)
    }
    for (const kind of touches)
      window.addEventListener(kind, touch, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const kind of touches) window.removeEventListener(kind, touch, { capture: true })
    }
  }, [])
  return isTouched
}
