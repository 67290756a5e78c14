import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves focus to the heading of a screen that was opened, so that a screen reader begins there and the next Tab goes on
 * from it. Whoever is in a field of the screen already stays there.
 */
export function useFocusAt(place: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string | null>(null)
  useEffect(() => {
    const isOther = shown.current !== null && shown.current !== place
    shown.current = place
    const isInside = heading.current?.closest('main')?.contains(document.activeElement) === true
    if (isOther || !isInside) heading.current?.focus({ preventScroll: true })
  }, [place])
  return heading
}
