import type { StorageDurability } from './services.ts'

/** Why the app cannot run here at all; null when it can. */
export type PlatformRefusal = 'insecure' | 'noStorage'

/** Without a secure address there is no cryptography; without IndexedDB there is nowhere to keep a word. */
export async function findPlatformRefusal(): Promise<PlatformRefusal | null> {
  if (!window.isSecureContext) return 'insecure'
  return (await canStore()) ? null : 'noStorage'
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const asked = indexedDB.open('beredt-trial')
      asked.addEventListener('success', () => {
        asked.result.close()
        resolve(true)
      })
      asked.addEventListener('error', () => resolve(false))
    } catch (error) {
      // Some browsers throw here in private windows instead of answering.
      if (!(error instanceof DOMException) && !(error instanceof ReferenceError)) throw error
      resolve(false)
    }
  })
}

export function storageDurability(): StorageDurability {
  return {
    async isPersisted() {
      return 'storage' in navigator && 'persisted' in navigator.storage
        ? navigator.storage.persisted()
        : null
    },
    async askToPersist() {
      return 'storage' in navigator && 'persist' in navigator.storage
        ? navigator.storage.persist()
        : false
    },
    isInstalled: () => matchMedia('(display-mode: standalone)').matches,
  }
}

/** The service worker's copy of the app: there is one when its page can be read from a cache. */
export async function isShellStored(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration?.active === undefined || registration.active === null) return false
  return (await caches.match('/index.html', { ignoreSearch: true })) !== undefined
}
