import { useEffect, useState } from 'react'
import type { EmployeeProfile } from '#domain/vault/employee-profile.ts'
import { useServices } from '../../services/services.ts'

/** password: her password is asked for; `whom` is who has unlocked the phone, where only her password is missing. */
export type Attempt =
  | { kind: 'trying'; name: string | null }
  | { kind: 'resumed' }
  | { kind: 'password'; whom: EmployeeProfile | null }

/**
 * An employee who has unlocked the phone and has no session in this browser gets hers back by her keys. Whoever has
 * come to sign in for another reason, or as somebody else, is asked for a password.
 */
export function useResumption(): Attempt {
  const { api, device } = useServices()
  const [attempt, setAttempt] = useState<Attempt>({ kind: 'trying', name: null })
  useEffect(() => {
    let isGone = false
    const show = (next: Attempt) => {
      if (!isGone) setAttempt(next)
    }
    async function resume() {
      const core = device.core()
      const unlocked = await core.vault.findUnlocked()
      const isOtherServer = device.state().sync.server === 'unvouched'
      if (unlocked === null || isOtherServer) return show({ kind: 'password', whom: null })
      const { employeeId, profile } = unlocked
      const session = await api.readSession()
      const isHers = session.ok && session.value.employee.id === employeeId
      if (isHers) return show({ kind: 'password', whom: null })
      show({ kind: 'trying', name: profile.author.name })
      const outcome = await core.resumeSession()
      show(outcome === 'resumed' ? { kind: 'resumed' } : { kind: 'password', whom: profile })
    }
    void resume()
    return () => {
      isGone = true
    }
  }, [api, device])
  return attempt
}
