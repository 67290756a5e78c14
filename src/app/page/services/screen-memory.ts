import { useState } from 'react'
import { NavigationType, useNavigationType } from 'react-router'
import type { DeviceHandle } from './device-handle.ts'
import { useServices } from './services.ts'

export type ScreenMemory = {
  find(key: string): unknown
  keep(key: string, value: unknown): void
}

/** What screens show when she comes back to them, such as what she searched for: a name, so that a lock forgets it. */
export function screenMemory(device: Pick<DeviceHandle, 'subscribe' | 'isUnlocked'>): ScreenMemory {
  const kept = new Map<string, unknown>()
  device.subscribe(() => {
    if (!device.isUnlocked()) kept.clear()
  })
  return {
    find: (key) => kept.get(key),
    keep: (key, value) => void kept.set(key, value),
  }
}

/** A state that is as she left it when she comes back, and new when she opens the screen from elsewhere. */
export function useRemembered<Value extends string | number>(
  key: string,
  initial: Value,
): [Value, (next: Value) => void] {
  const { memory } = useServices()
  const isBack = useNavigationType() === NavigationType.Pop
  const [value, setValue] = useState<Value>(() => {
    const kept = memory.find(key)
    return isBack && isLike(kept, initial) ? kept : initial
  })
  return [
    value,
    (next) => {
      memory.keep(key, next)
      setValue(next)
    },
  ]
}

function isLike<Value extends string | number>(kept: unknown, initial: Value): kept is Value {
  return typeof kept === typeof initial
}
