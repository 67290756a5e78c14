import { useLocation } from 'react-router'
import { broughtRoot, keptFragment } from '../../paths/root-fragment.ts'
import { paths } from '../../paths/paths.ts'
import { GoTo } from '../../parts/GoTo.tsx'
import { useOpened } from '../../services/use-opened.ts'
import { useSession } from '../../services/use-session.ts'
import { Waiting } from '../../parts/Waiting.tsx'
import { MakeCode } from './MakeCode.tsx'
import { ReadyProofs } from './ReadyProofs.tsx'

/** Prepares the phone: the employee signs in, makes her code, and sees six proofs that it will work without network. */
export function EnrolScreen() {
  const opened = useOpened(async ({ vault }) => ({
    unlocked: await vault.findUnlocked(),
    status: await vault.status(),
  }))
  const session = useSession()
  const { hash } = useLocation()

  if (opened === undefined || session === 'asking') return <Waiting />
  const { unlocked, status } = opened
  const { device, server } = status
  const brought = broughtRoot(hash)
  // A leader's link on a phone that is enrolled already is there to confirm the server.
  if (brought.kind === 'root' && server?.confirmed === false) {
    return <GoTo path={`${paths.server.to()}${keptFragment(hash)}`} />
  }
  if (unlocked !== null && (session === null || session.employee.id === unlocked.employeeId)) {
    return <ReadyProofs employeeId={unlocked.employeeId} />
  }
  if (session === null)
    return <GoTo path={`${paths.signIn.to({ returnTo: 'enrol' })}${keptFragment(hash)}`} />
  return <MakeCode session={session} brought={brought} knownLabel={device?.label ?? null} />
}
