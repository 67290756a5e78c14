import { useEffect, useState } from 'react'
import type { Session } from '#app/online/api.ts'
import { useServices } from './services.ts'

/** The employee who is signed in to the server, who may be another than the one who has unlocked; null when none is. */
export function useSession(): Session | null | 'asking' {
  const { api } = useServices()
  const [session, setSession] = useState<Session | null | 'asking'>('asking')
  useEffect(() => {
    let isWanted = true
    async function read() {
      const answer = await api.readSession()
      if (isWanted) setSession(answer.ok ? answer.value : null)
    }
    void read()
    return () => {
      isWanted = false
    }
  }, [api])
  return session
}
