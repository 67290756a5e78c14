import { createContext, useContext } from 'react'
import type { Unlocked } from '#domain/vault/unlocking.ts'

/** The employee who has unlocked, for the screens behind the lock. */
export const UnlockedContext = createContext<Unlocked | null>(null)

export function useUnlocked(): Unlocked {
  const unlocked = useContext(UnlockedContext)
  if (unlocked === null) throw new Error('This screen stands outside the lock.')
  return unlocked
}
