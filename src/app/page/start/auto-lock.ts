const idleMilliseconds = 5 * 60_000
const hiddenMilliseconds = 60_000

type AutoLockServices = {
  page: Document
  lock(): Promise<void>
  isUnlocked(): boolean
  now(): number
}

/**
 * Covers the screen as soon as the app is not in front, and locks after five minutes without a touch
 * or one minute hidden. A phone that slept locks the moment it wakes.
 */
export function startAutoLock({ page, lock, isUnlocked, now }: AutoLockServices): () => void {
  const cover = page.createElement('div')
  cover.className = 'cover'
  let touchedAt = now()
  let hiddenAt: number | null = null

  function lockWhenDue(): void {
    if (!isUnlocked()) return
    const isIdle = since(touchedAt) > idleMilliseconds
    const wasHidden = hiddenAt !== null && since(hiddenAt) > hiddenMilliseconds
    if (isIdle || wasHidden) void lock()
  }

  /** A clock that was set back must not keep the phone unlocked for longer. */
  function since(moment: number): number {
    return Math.abs(now() - moment)
  }

  function touch(): void {
    touchedAt = now()
  }

  function showOrHide(): void {
    if (page.visibilityState === 'hidden') {
      hiddenAt = now()
      page.body.append(cover)
      return
    }
    lockWhenDue()
    hiddenAt = null
    cover.remove()
  }

  const timer = setInterval(lockWhenDue, 5_000)
  const touches = ['pointerdown', 'keydown', 'scroll'] as const
  for (const kind of touches) page.addEventListener(kind, touch, { capture: true, passive: true })
  page.addEventListener('visibilitychange', showOrHide)
  return () => {
    clearInterval(timer)
    for (const kind of touches) page.removeEventListener(kind, touch, { capture: true })
    page.removeEventListener('visibilitychange', showOrHide)
    cover.remove()
  }
}
