import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useSyncExternalStore } from 'react'
import { useServices } from './services.ts'
import type { Core } from '#app/bridge/core.ts'
import { isStorageLost } from '#app/bridge/storage-lost.ts'

/** The worker and its sync status. It changes when an employee locks or unlocks. */
export function useDevice() {
  const { device } = useServices()
  return useSyncExternalStore(device.subscribe, device.state)
}

/**
 * Queries the worker, and again whenever something on the device changes. Undefined while it reads. A
 * failure is thrown to the nearest fault boundary, and is never shown as an empty list.
 *
 * When the browser has deleted what lay on the device, what was read last stays: what is typed on the screen is nowhere else.
 */
export function useOpened<Value>(
  query: (core: Core) => Promise<Value>,
  dependencies: readonly unknown[] = [],
): Value | undefined {
  const { device } = useServices()
  const { core, changes } = useDevice()
  const last = useRef<{ core: Core; value: Value } | null>(null)
  return useLiveQuery(async () => {
    await device.versions()
    try {
      const value = await query(core)
      last.current = { core, value }
      return value
    } catch (error) {
      if (!isStorageLost(error) || last.current?.core !== core) throw error
      device.wiped()
      return last.current.value
    }
  }, [core, changes, ...dependencies])
}
