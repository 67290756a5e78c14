import { paths } from '../../paths/paths.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { useSession } from '../../services/use-session.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { MakeCode } from './MakeCode.tsx'
import { ReadyProofs } from './ReadyProofs.tsx'

/** Prepares the phone: the employee signs in, makes her code, and sees six proofs that it will work without network. */
export function EnrolScreen() {
  const unlocked = useOpened((core) => core.vault.findUnlocked())
  const session = useSession()

  if (unlocked === undefined || session === 'asking') return <Waiting />
  if (unlocked !== null && (session === null || session.employee.id === unlocked.employeeId)) {
    return <ReadyProofs employeeId={unlocked.employeeId} />
  }
  if (session === null) return <GoTo path={paths.signIn.to({ returnTo: 'enrol' })} />
  return <MakeCode session={session} />
}
