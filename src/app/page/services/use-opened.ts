import { useLiveQuery } from 'dexie-react-hooks'
import { useSyncExternalStore } from 'react'
import { useServices } from './services.ts'
import type { Core } from '#app/bridge/core.ts'

/** The worker and what it tells of sync; changes when somebody locks or unlocks. */
export function useDevice() {
  const { device } = useServices()
  return useSyncExternalStore(device.subscribe, device.state)
}

/**
 * What the worker answers, asked again whenever something on the device changes. Undefined while it
 * reads; a failure is thrown to the nearest fault boundary, never shown as nothing.
 */
export function useOpened<Value>(
  ask: (core: Core) => Promise<Value>,
  dependencies: readonly unknown[] = [],
): Value | undefined {
  const { device } = useServices()
  const { core, changes } = useDevice()
  return useLiveQuery(async () => {
    await device.versions()
    return ask(core)
  }, [core, changes, ...dependencies])
}
