import { expect, onTestFinished, test, vi } from 'vitest'
import { deviceHandle } from '#app/page/services/device-handle.ts'
import type { Core } from '#app/bridge/core.ts'
import type { LockNews } from '#domain/vault/lock-news.ts'
import { anEnrolledCore } from '../../../support/an-enrolled-core.ts'
import { codeOfAnne } from '../../../support/test-vault.ts'

type Listener = (news: LockNews) => void

/** What the tabs of one browser hear of each other; a browser without channels is deaf. */
function aBrowser({ isDeaf = false } = {}) {
  const tabs: Listener[] = []
  return () => {
    let own: Listener | null = null
    return {
      tell(news: LockNews) {
        for (const listener of tabs) if (listener !== own && !isDeaf) listener(news)
      },
      listen(listener: Listener) {
        own = listener
        tabs.push(listener)
      },
    }
  }
}

/** Two tabs of one phone, in both of which Anne is open. */
async function twoTabs(browser: ReturnType<typeof aBrowser>) {
  const first = await anEnrolledCore()
  const opened = await first.restart()
  await opened.unlock()
  const { employeeId } = first.profile.author
  const [afterFirst, afterSecond] = [await first.restart(), await first.restart()]
  const tabs = [
    [first.core, afterFirst.core],
    [opened.core, afterSecond.core],
  ].map((cores: Core[]) => {
    const seen: string[] = []
    const handle = deviceHandle({
      startCore() {
        const core = cores.shift()
        if (core === undefined) throw new Error('No more workers in this test.')
        return { core, end: () => void seen.push('worker ended') }
      },
      versions: () => Promise.resolve(0),
      news: browser(),
      cover: { put: () => void seen.push('covered'), take: () => void seen.push('uncovered') },
    })
    handle.changed(employeeId)
    return { handle, seen }
  })
  const [one, other] = tabs
  if (one === undefined || other === undefined) throw new Error('There are two.')
  return { one, other, core: opened.core, employeeId }
}

const locked = ['covered', 'worker ended', 'uncovered']

test('a lock in one tab covers the other, ends its worker and shows its lock screen', async () => {
  const { one, other } = await twoTabs(aBrowser())

  await one.handle.lock()

  await expect.poll(() => other.seen).toEqual(locked)
  expect(one.seen).toEqual(['worker ended'])
  expect(other.handle.isUnlocked()).toBe(false)
  expect(await other.handle.core().vault.findUnlocked()).toBeNull()
})

test('what is being typed in the other tab is stored before its worker ends', async () => {
  const { one, other } = await twoTabs(aBrowser())
  other.handle.beforeLock(() => {
    other.seen.push('stored')
    return Promise.resolve()
  })

  await one.handle.lock()

  await expect.poll(() => other.seen).toEqual(['covered', 'stored', ...locked.slice(1)])
})

test('work that never ends holds the lock up for less than a second', async () => {
  const { one, other } = await twoTabs(aBrowser())
  other.handle.beforeLock(() => new Promise(() => {}))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())

  await one.handle.lock()
  await vi.advanceTimersByTimeAsync(999)

  expect(other.seen).toContain('worker ended')
})

test('a code that is typed while a lock still ends its worker opens the next one', async () => {
  const { one, employeeId } = await twoTabs(aBrowser())
  one.handle.beforeLock(() => new Promise((resolve) => setTimeout(resolve, 50)))

  const locking = one.handle.lock()
  const answer = one.handle.unlock(employeeId, codeOfAnne)
  await locking

  expect(await answer).toMatchObject({ ok: true })
  expect(await one.handle.core().vault.findUnlocked()).toMatchObject({ employeeId })
})

test('in a browser without channels the tab is locked by its next question', async () => {
  const { one, other, core } = await twoTabs(aBrowser({ isDeaf: true }))
  await one.handle.lock()
  expect(other.seen).toEqual([])

  await core.queries.overview(null)

  await expect.poll(() => other.seen).toEqual(locked)
})

test('a tab that wakes asks by itself', async () => {
  const { one, other } = await twoTabs(aBrowser({ isDeaf: true }))
  await one.handle.lock()

  await other.handle.woke()

  await expect.poll(() => other.seen).toEqual(locked)
})
