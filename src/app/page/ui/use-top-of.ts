import { useLayoutEffect, useRef } from 'react'

/** Shows the top of the page when `place` has become another one; not when she went back, where the browser knows better. */
export function useTopOf(place: string, { isBack = false }: { isBack?: boolean } = {}): void {
  const last = useRef(place)
  useLayoutEffect(() => {
    if (last.current !== place && !isBack) globalThis.scrollTo(0, 0)
    last.current = place
  }, [place, isBack])
}
