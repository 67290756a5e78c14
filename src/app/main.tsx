import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import './app.css'
import { instantFromMilliseconds } from '#domain/instant.ts'
import { liveVersions } from '#storage/live-versions.ts'
import { api } from './api.ts'
import { appearance } from './appearance.ts'
import { appUpdates } from './app-updates.ts'
import { startAutoLock } from './auto-lock.ts'
import { deviceSession } from './device/device-session.ts'
import { firstScreen } from './first-screen.ts'
import { findPlatformRefusal, isShellWhole, storageDurability } from './platform.ts'
import { PlatformRefused } from './PlatformRefused.tsx'
import { routes } from './routes.tsx'
import { type Services, ServicesContext } from './services.ts'
import { startCore } from './start-core.ts'

const place = document.querySelector('#root')
if (place === null) throw new Error('index.html has no place for the app.')

const root = createRoot(place)
// Not awaited here: screens import what this file's chunk holds, and would wait for it to end.
void findPlatformRefusal().then((refusal) =>
  refusal === null ? startApp() : root.render(<PlatformRefused refusal={refusal} />),
)

/** Makes what screens are handed, and draws the first one. */
async function startApp(): Promise<void> {
  const updates = appUpdates()
  const versions = liveVersions()
  const device = deviceSession({
    startCore,
    versions: () => Promise.all([versions.streams(), versions.outbox()]),
  })
  const clock = {
    now: () => instantFromMilliseconds(Date.now()),
    offsetMinutes: () => -new Date().getTimezoneOffset(),
  }
  const services: Services = {
    device,
    clock,
    updates,
    newId: () => crypto.randomUUID(),
    api: api((url, init) => fetch(url, init)),
    appearance: appearance(document.documentElement, localStorage),
    storage: storageDurability(),
    isShellWhole,
    version: String(import.meta.env['BEREDT_VERSION'] ?? ''),
  }
  startAutoLock({
    page: document,
    now: () => Date.now(),
    isUnlocked: device.isUnlocked,
    lock: device.lock,
  })
  window.addEventListener('online', () => void device.core().trigger('online'))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void device.core().trigger('foreground')
  })
  const router = createBrowserRouter(routes)
  root.render(
    <StrictMode>
      <ServicesContext value={services}>
        <RouterProvider router={router} />
      </ServicesContext>
    </StrictMode>,
  )
  if ('serviceWorker' in navigator && import.meta.env.PROD) await updates.start(firstScreen(router))
}
