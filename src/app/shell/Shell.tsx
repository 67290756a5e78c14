import { Outlet } from 'react-router'
import { minutesBetween, type Instant } from '#domain/instant.ts'
import type { VaultStatus } from '#storage/vault/vault.ts'
import { shell } from '#text/nb/shell.ts'
import { dayAndMomentWords } from '#text/nb/time.ts'
import { useNow } from '../use-now.ts'
import { useDevice } from '../device/use-opened.ts'
import { useUnlocked } from '../device/unlocked.ts'
import { InstrumentLine } from './InstrumentLine.tsx'
import { SideMenu, TabBar } from './Menus.tsx'
import { NetworkLine } from './NetworkLine.tsx'
import './shell.css'

/** Lists are made weekly; beyond this their age needs attention. */
const oldAfterMinutes = 7 * 24 * 60

/** What stands around every screen of an unlocked phone. */
export function Shell({ status }: { status: VaultStatus }) {
  const { profile } = useUnlocked()
  const { sync } = useDevice()
  const now = useNow()
  const verifiedAt = listsVerifiedAt(status)
  const unsent = status.entries.sealed
  const unreceipted = sync.activity === 'sending' ? (sync.sending?.of ?? 0) - (sync.sending?.sent ?? 0) : 0
  return (
    <div className="shell">
      <SideMenu role={profile.role} />
      <div className="shell__column">
        <div className="shell__top">
          <InstrumentLine
            listsFrom={
              verifiedAt === null
                ? null
                : {
                    words: capitalized(dayAndMomentWords(verifiedAt, now)),
                    isOld: minutesBetween(verifiedAt, now) > oldAfterMinutes,
                  }
            }
            unsent={unsent}
            unreceipted={Math.min(unsent, unreceipted)}
          />
          <NetworkLine sync={sync} waiting={unsent} now={now} />
        </div>
        <Outlet />
        <TabBar />
      </div>
    </div>
  )
}

/** When the oldest of the zones' lists was last agreed with the server. */
export function listsVerifiedAt({ streams }: VaultStatus): Instant | null {
  const times = streams.filter(({ stream }) => stream.endsWith('/critical')).map(({ verifiedAt }) => verifiedAt)
  return times.toSorted()[0] ?? null
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
