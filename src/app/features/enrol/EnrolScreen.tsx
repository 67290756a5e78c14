import { useEffect, useState } from 'react'
import { Navigate } from 'react-router'
import type { Session } from '../../api.ts'
import { useOpened } from '../../device/use-opened.ts'
import { useServices } from '../../services.ts'
import { Waiting } from '../../Waiting.tsx'
import { MakeCode } from './MakeCode.tsx'
import { ReadyProofs } from './ReadyProofs.tsx'

/** Readies the phone: who one is, one's own code, and the six proofs that it will work without network. */
export function EnrolScreen() {
  const { api } = useServices()
  const unlocked = useOpened((core) => core.vault.findUnlocked())
  const [session, setSession] = useState<Session | 'asking' | 'none'>('asking')

  useEffect(() => {
    let isWanted = true
    void api.readSession().then((answer) => {
      if (isWanted) setSession(answer.ok ? answer.value : 'none')
    })
    return () => {
      isWanted = false
    }
  }, [api])

  if (unlocked === undefined || session === 'asking') return <Waiting />
  if (unlocked !== null && (session === 'none' || session.employee.id === unlocked.employeeId)) {
    return <ReadyProofs employeeId={unlocked.employeeId} />
  }
  if (session === 'none') return <Navigate to="/logg-inn?til=/klargjor" replace />
  return <MakeCode session={session} />
}
