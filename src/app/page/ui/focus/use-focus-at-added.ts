import { type RefObject, useEffect, useRef } from 'react'

/** When she has asked for one more of something, focus goes to the first field of the last one. `each` selects them. */
export function useFocusAtAdded<Place extends HTMLElement>(
  count: number,
  each: string,
): RefObject<Place | null> {
  const place = useRef<Place>(null)
  const last = useRef(count)
  useEffect(() => {
    const isMore = count > last.current
    last.current = count
    if (!isMore) return
    const added = [...(place.current?.querySelectorAll(each) ?? [])].at(-1)
    added?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [count, each])
  return place
}
