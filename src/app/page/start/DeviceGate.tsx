import { Suspense } from 'react'
import { paths } from '../paths/paths.ts'
import { useOpened } from '../services/use-opened.ts'
import { UnlockedContext } from '../services/unlocked.ts'
import { UnlockScreen } from '../features/unlock/UnlockScreen.tsx'
import { GoTo } from '../parts/GoTo.tsx'
import { AmendmentsProvider } from '../shell/AmendmentsProvider.tsx'
import { HeldOpeningsNotice } from '../shell/HeldOpeningsNotice.tsx'
import { Shell } from '../shell/Shell.tsx'
import { PlaceGate } from './PlaceGate.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { StorageNotice } from '../shell/StorageNotice.tsx'
import { WipedNotice } from '../shell/WipedNotice.tsx'

/** Renders the screens behind the lock only while an employee has unlocked; the URL stays the same. */
export function DeviceGate() {
  const opened = useOpened(async ({ vault }) => {
    const [status, unlocked] = await Promise.all([vault.status(), vault.findUnlocked()])
    return { status, unlocked }
  })

  if (opened === undefined) return <Waiting />
  const { status, unlocked } = opened
  if (status.employees.length === 0) return <GoTo path={paths.signIn.to({})} />
  if (unlocked === null) return <UnlockScreen status={status} />
  return (
    <UnlockedContext value={unlocked}>
      {status.storage === 'failing' ? <StorageNotice /> : null}
      <HeldOpeningsNotice />
      <WipedNotice />
      <AmendmentsProvider>
        <Shell status={status}>
          <Suspense fallback={<Waiting />}>
            <PlaceGate />
          </Suspense>
        </Shell>
      </AmendmentsProvider>
    </UnlockedContext>
  )
}
