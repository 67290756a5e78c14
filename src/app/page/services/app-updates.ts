import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trusted-types.ts'

/** Tells when a new version of the app lies ready on this device, and takes it when asked. */
export function appUpdates() {
  const workbox = new Workbox(trustedScriptUrl('/sw.js'))
  const listeners = new Set<() => void>()
  let isReady = false

  return {
    /** The version before is let go when the new one has shown a screen, not when it has merely begun. */
    async start(firstScreenShown: Promise<void>): Promise<void> {
      workbox.addEventListener('waiting', () => {
        isReady = true
        for (const listener of listeners) listener()
      })
      await workbox.register()
      const registration = await navigator.serviceWorker.ready
      await firstScreenShown
      navigator.serviceWorker.addEventListener('message', sayWhichScript)
      registration.active?.postMessage({ type: 'BOOTED' })
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    isReady: () => isReady,

    /** Only this tab starts anew; others go on with the version they run. */
    take(): void {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    },
  }
}

/**
 * The worker deletes another version's files only when no tab runs them. The script tells which this
 * tab runs, because its name changes with every part that it loads later.
 */
function sayWhichScript({ data, ports }: MessageEvent): void {
  if (data.type !== 'WHICH_SCRIPT') return
  const script = document.querySelector<HTMLScriptElement>('script[type=module]')
  ports[0]?.postMessage(script?.src ?? '')
}

export type AppUpdates = ReturnType<typeof appUpdates>
