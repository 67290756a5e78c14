import { screenCover } from './screen-cover.ts'
import type { Presence } from './presence.ts'

const idleMilliseconds = 5 * 60_000
const hiddenMilliseconds = 60_000
/** Most calls to a patient are shorter; a longer one costs her the code once. */
const callMilliseconds = 10 * 60_000
/** As long as a call: what is on the screen is nowhere else, and there is time to take it out. */
const wipedMilliseconds = 10 * 60_000

type AutoLockServices = {
  page: Document
  lock(): Promise<void>
  isUnlocked(): boolean
  /** Whether the browser has deleted what lay on the device. Locking would then take what is typed with it. */
  isWiped(): boolean
  now(): number
  presence: Presence
}

/**
 * Covers the screen as soon as the app is not in front, and locks after five minutes without a touch
 * or one minute hidden. A phone that slept locks the moment it wakes. Tabs count together: who writes
 * in one is not locked out by another that lies behind it.
 *
 * A telephone call that is begun from the app holds the lock off until she is back, for ten minutes at most. So
 * does a device whose data the browser has deleted.
 */
export function startAutoLock(services: AutoLockServices): () => void {
  const { page, lock, isUnlocked, isWiped, now, presence } = services
  const cover = screenCover(page)
  let hiddenAt: number | null = null
  let wipedAt: number | null = null

  function isJustWiped(): boolean {
    if (!isWiped()) wipedAt = null
    else wipedAt ??= now()
    return wipedAt !== null && Math.abs(now() - wipedAt) < wipedMilliseconds
  }

  function lockWhenDue(): void {
    if (!isUnlocked() || presence.millisecondsSinceCall() < callMilliseconds) return
    if (isJustWiped()) return
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

  function callBegins({ target }: Event): void {
    const isCall = target instanceof Element && target.closest('a[href^="tel:"]') !== null
    if (isCall && isUnlocked()) presence.call()
  }

  function comeBack(): void {
    if (presence.millisecondsSinceCall() >= callMilliseconds) return
    presence.callEnded()
    touch()
  }

  function showOrHide(): void {
    if (page.visibilityState === 'hidden') {
      tick()
      hiddenAt = now()
      cover.put()
      return
    }
    lockWhenDue()
    comeBack()
    hiddenAt = null
    cover.take()
  }

  const timer = setInterval(tick, 5_000)
  const touches = ['pointerdown', 'keydown', 'scroll'] as const
  for (const kind of touches) page.addEventListener(kind, touch, { capture: true, passive: true })
  page.addEventListener('click', callBegins, { capture: true })
  page.addEventListener('visibilitychange', showOrHide)
  return () => {
    clearInterval(timer)
    for (const kind of touches) page.removeEventListener(kind, touch, { capture: true })
    page.removeEventListener('click', callBegins, { capture: true })
    page.removeEventListener('visibilitychange', showOrHide)
    cover.take()
  }
}
