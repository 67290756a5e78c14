import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import './app.css'
import { instantFromMilliseconds } from '#domain/time/instant.ts'
import { liveVersions } from '#storage/databases/live-versions.ts'
import { lockNewsChannel } from '#storage/databases/lock-news-channel.ts'
import { api } from '#app/online/api.ts'
import { appearance } from '../services/appearance.ts'
import { appUpdates } from '../services/app-updates.ts'
import { startAutoLock } from './auto-lock.ts'
import { deviceHandle } from '../services/device-handle.ts'
import { firstScreen } from './first-screen.ts'
import { findPlatformRefusal, isShellWhole, storageDurability } from './platform.ts'
import { PlatformRefused } from './PlatformRefused.tsx'
import { sharedPresence } from './presence.ts'
import { routes } from './routes.tsx'
import { screenMemory } from '../services/screen-memory.ts'
import { type Services, ServicesContext } from '../services/services.ts'
import { screenCover } from './screen-cover.ts'
import { coreStarter } from './start-core.ts'

/** Renders the app, or the reason why it cannot run here; `worker` is the vault that was started for it. */
export async function startApp(worker: Worker): Promise<void> {
  const place = document.querySelector('#root')
  if (place === null) throw new Error('index.html has no place for the app.')
  const root = createRoot(place)
  const refusal = await findPlatformRefusal()
  if (refusal === null) return drawApp(root, worker)
  worker.terminate()
  root.render(<PlatformRefused refusal={refusal} />)
}

/** Makes the services of the screens, and renders the first screen. */
async function drawApp(root: Root, first: Worker): Promise<void> {
  const updates = appUpdates()
  const versions = liveVersions()
  const device = deviceHandle({
    startCore: coreStarter(first),
    versions: () => Promise.all([versions.streams(), versions.outbox()]),
    news: lockNewsChannel(),
    cover: screenCover(document),
  })
  const clock = {
    now: () => instantFromMilliseconds(Date.now()),
    offsetMinutes: () => -new Date().getTimezoneOffset(),
  }
  const timers = {
    after(milliseconds: number, work: () => void): () => void {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  }
  const services: Services = {
    device,
    clock,
    world: 'real',
    updates,
    newId: () => crypto.randomUUID(),
    api: api({ fetch: (url, init) => fetch(url, init), timers }),
    appearance: appearance(document.documentElement, localStorage),
    storage: storageDurability(),
    isShellWhole,
    memory: screenMemory(device),
    version: String(import.meta.env['BEREDT_VERSION'] ?? ''),
  }
  startAutoLock({
    page: document,
    now: () => Date.now(),
    isUnlocked: device.isUnlocked,
    isWiped: () => device.state().isWiped,
    lock: device.lock,
    presence: sharedPresence(localStorage, () => Date.now()),
  })
  window.addEventListener('online', () => void device.core().trigger('online'))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    void device.woke()
    void device.core().trigger('foreground')
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void device.woke()
  })
  const router = createBrowserRouter(routes)
  const shown = firstScreen(router)
  root.render(
    <StrictMode>
      <ServicesContext value={services}>
        <RouterProvider router={router} />
      </ServicesContext>
    </StrictMode>,
  )
  if ('serviceWorker' in navigator && import.meta.env.PROD) await updates.start(shown)
}
