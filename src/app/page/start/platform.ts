import type { StorageDurability } from '../services/services.ts'

/** Why the app cannot run here at all; null when it can. */
export type PlatformRefusal = 'insecure' | 'noStorage'

/** Without HTTPS there is no cryptography; without IndexedDB nothing can be stored. */
export async function findPlatformRefusal(): Promise<PlatformRefusal | null> {
  if (!window.isSecureContext) return 'insecure'
  return (await canStore()) ? null : 'noStorage'
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('beredt-trial')
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
      request.addEventListener('error', () => resolve(false))
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

const maxProofMilliseconds = 20_000

/** Whether the service worker has every file of the app undamaged. It fetches missing and damaged ones again. */
export async function isShellWhole(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const worker = (await navigator.serviceWorker.getRegistration())?.active
  if (worker === undefined || worker === null) return false
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === 'whole'))
    // A version that does not know this message, or one that hangs, proves nothing.
    setTimeout(() => resolve(false), maxProofMilliseconds)
  })
  port1.start()
  worker.postMessage({ type: 'PROVE' }, [port2])
  return answer.finally(() => port1.close())
}
