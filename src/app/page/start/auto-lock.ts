import { screenCover } from './screen-cover.ts'
import type { Presence } from './presence.ts'

const idleMilliseconds = 5 * 60_000
const hiddenMilliseconds = 60_000

type AutoLockServices = {
  page: Document
  lock(): Promise<void>
  isUnlocked(): boolean
  now(): number
  presence: Presence
}

/**
 * Covers the screen as soon as the app is not in front, and locks after five minutes without a touch
 * or one minute hidden. A phone that slept locks the moment it wakes. Tabs count together: who writes
 * in one is not locked out by another that lies behind it.
 */
export function startAutoLock(services: AutoLockServices): () => void {
  const { page, lock, isUnlocked, now, presence } = services
  const cover = screenCover(page)
  let hiddenAt: number | null = null

  function lockWhenDue(): void {
    if (!isUnlocked()) return
    const isIdle = presence.millisecondsSinceTouch() > idleMilliseconds
    const wasHidden = hiddenAt !== null && Math.abs(now() - hiddenAt) > hiddenMilliseconds
    const isAppHidden = wasHidden && presence.millisecondsInBackground() > hiddenMilliseconds
    if (isIdle || isAppHidden) void lock()
  }

  function tick(): void {
    lockWhenDue()
    // A tab at its lock screen keeps no other open.
    if (hiddenAt === null && isUnlocked()) presence.front()
  }

  function touch(): void {
    if (isUnlocked()) presence.touch()
  }

  function showOrHide(): void {
    if (page.visibilityState === 'hidden') {
      tick()
      hiddenAt = now()
      cover.put()
      return
    }
    lockWhenDue()
    hiddenAt = null
    cover.take()
  }

  const timer = setInterval(tick, 5_000)
  const touches = ['pointerdown', 'keydown', 'scroll'] as const
  for (const kind of touches) page.addEventListener(kind, touch, { capture: true, passive: true })
  page.addEventListener('visibilitychange', showOrHide)
  return () => {
    clearInterval(timer)
    for (const kind of touches) page.removeEventListener(kind, touch, { capture: true })
    page.removeEventListener('visibilitychange', showOrHide)
    cover.take()
  }
}
