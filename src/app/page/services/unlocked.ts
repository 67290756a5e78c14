import { createContext, useContext } from 'react'
import type { Unlocked } from '#domain/vault/unlocking.ts'

/** Who has unlocked, for the screens below the lock. */
export const UnlockedContext = createContext<Unlocked | null>(null)

export function useUnlocked(): Unlocked {
  const unlocked = useContext(UnlockedContext)
  if (unlocked === null) throw new Error('This screen stands outside the lock.')
  return unlocked
}
