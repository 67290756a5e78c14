import { useLiveQuery } from 'dexie-react-hooks'
import { useSyncExternalStore } from 'react'
import { useServices } from './services.ts'
import type { Core } from '#app/bridge/core.ts'

/** The worker and its sync status. It changes when an employee locks or unlocks. */
export function useDevice() {
  const { device } = useServices()
  return useSyncExternalStore(device.subscribe, device.state)
}

/**
 * Queries the worker, and again whenever something on the device changes. Undefined while it reads. A
 * failure is thrown to the nearest fault boundary, and is never shown as an empty list.
 */
export function useOpened<Value>(
  query: (core: Core) => Promise<Value>,
  dependencies: readonly unknown[] = [],
): Value | undefined {
  const { device } = useServices()
  const { core, changes } = useDevice()
  return useLiveQuery(async () => {
    await device.versions()
    return query(core)
  }, [core, changes, ...dependencies])
}
