import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trusted-types.ts'

/** Reports when a new version of the app is ready on this device, and starts it when requested. */
export function appUpdates() {
  const workbox = new Workbox(trustedScriptUrl('/sw.js'))
  const listeners = new Set<() => void>()
  let isReady = false

  return {
    /** The old version is deleted only after the new one has shown a screen, not when it has merely started. */
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

    /** Asks the server for a new version. What it finds is told by `subscribe`; without network nothing is found. */
    async look(): Promise<void> {
      const registration = await navigator.serviceWorker?.getRegistration()
      await registration?.update().catch(unlessUnreachable)
    },

    /** Starts the new version in this tab; other tabs continue with the version that they run. */
    take(): void {
      workbox.addEventListener('controlling', () => location.reload())
      workbox.messageSkipWaiting()
    },
  }
}

/**
 * The worker deletes another version's files only when no tab runs them. The script's URL identifies the
 * version of this tab, because its hash changes whenever a part that it loads changes.
 */
function sayWhichScript({ data, ports }: MessageEvent): void {
  if (data.type !== 'WHICH_SCRIPT') return
  const script = document.querySelector<HTMLScriptElement>('script[type=module]')
  ports[0]?.postMessage(script?.src ?? '')
}

/** The browser's own word for a script that could not be fetched. */
function unlessUnreachable(fault: unknown): void {
  if (!(fault instanceof TypeError)) throw fault
}

export type AppUpdates = ReturnType<typeof appUpdates>
