import { createContext, useContext } from 'react'
import type { DeviceClock } from '#domain/time/device-clock.ts'
import type { Api } from '#app/online/api.ts'
import type { World } from '#domain/base/world.ts'
import type { AppUpdates } from './app-updates.ts'
import type { DeviceHandle } from './device-handle.ts'
import type { ScreenMemory } from './screen-memory.ts'
import type { Appearance } from './appearance.ts'

/** The services that a screen may use. The composition root makes them; tests make their own. */
export type Services = {
  device: DeviceHandle
  clock: DeviceClock
  /** The world that new entries belong to. */
  world: World
  newId(): string
  api: Api
  updates: AppUpdates
  appearance: Appearance
  /** Whether every file of the app is on the device and undamaged: otherwise no list opens without network. */
  isShellWhole(): Promise<boolean>
  storage: StorageDurability
  memory: ScreenMemory
  /** As «0.1.0». */
  version: string
}

/** What the browser has promised about keeping the data. */
export type StorageDurability = {
  isPersisted(): Promise<boolean | null>
  askToPersist(): Promise<boolean>
  isInstalled(): boolean
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('A screen was drawn outside the app.')
  return services
}
