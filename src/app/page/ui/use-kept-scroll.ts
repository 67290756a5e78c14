import { useLayoutEffect, useRef } from 'react'

/** How long a screen may take to be as long as it was. */
const maxMilliseconds = 3_000

/**
 * Scrolls a screen that somebody comes back to where she left it. The rows are read from the vault first, so that the page is
 * too short at once: it waits until it is long enough, or until she scrolls herself.
 */
export function useKeptScroll(place: string, { isBack }: { isBack: boolean }): void {
  const heights = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual'
    const known = heights.current
    const target = isBack ? (known.get(place) ?? 0) : 0
    const keep = () => void known.set(place, globalThis.scrollY)
    let isDone = target === 0
    const growing = new ResizeObserver(() => restore())
    const giveUp = setTimeout(stop, maxMilliseconds)

    function stop(): void {
      isDone = true
      growing.disconnect()
    }
    function restore(): void {
      if (isDone) return
      globalThis.scrollTo(0, target)
      if (Math.abs(globalThis.scrollY - target) < 2) stop()
    }
    const onScroll = () => {
      if (isDone) keep()
    }
    restore()
    if (!isDone) growing.observe(document.body)
    const own = new AbortController()
    document.addEventListener('scroll', onScroll, { passive: true, signal: own.signal })
    for (const kind of ['wheel', 'touchstart', 'keydown']) {
      document.addEventListener(kind, stop, { passive: true, signal: own.signal })
    }
    return () => {
      own.abort()
      stop()
      clearTimeout(giveUp)
    }
  }, [place, isBack])
}
