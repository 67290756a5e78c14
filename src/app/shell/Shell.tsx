import type { ReactNode } from 'react'
import type { Instant } from '#domain/instant.ts'
import { freshness, oldest } from '#domain/shelf-life.ts'
import { streamOf } from '#domain/stream.ts'
import type { VaultStatus } from '#storage/vault/vault.ts'
import { dayAndMomentWords } from '#text/nb/time.ts'
import { useNow } from '../use-now.ts'
import { useDevice } from '../device/use-opened.ts'
import { useUnlocked } from '../device/unlocked.ts'
import { InstrumentLine } from './InstrumentLine.tsx'
import { SideMenu, TabBar } from './Menus.tsx'
import { NetworkLine } from './NetworkLine.tsx'
import './shell.css'

/** What stands around every screen of an unlocked phone. */
export function Shell({ status, children }: { status: VaultStatus; children: ReactNode }) {
  const { profile } = useUnlocked()
  const { sync } = useDevice()
  const now = useNow()
  const verifiedAt = listsVerifiedAt(status)
  const unreceipted = Math.min(sync.unreceipted.length, status.entries.sealed)
  const unsent = status.entries.sealed - unreceipted
  return (
    <div className="shell">
      <SideMenu role={profile.role} />
      <div className="shell__column">
        <header className="shell__top">
          <InstrumentLine
            listsFrom={
              verifiedAt === null
                ? null
                : {
                    words: capitalized(dayAndMomentWords(verifiedAt, now)),
                    isOld: freshness('weeklyList', verifiedAt, now).state === 'stale',
                  }
            }
            unsent={unsent}
            unreceipted={unreceipted}
          />
          <NetworkLine sync={sync} waiting={status.entries.sealed} now={now} />
        </header>
        {children}
        <TabBar />
      </div>
    </div>
  )
}

/** When the oldest of the zones' lists was last agreed with the server. */
export function listsVerifiedAt({ streams }: VaultStatus): Instant | null {
  return oldest(
    streams
      .filter(({ stream }) => streamOf(stream).class === 'critical')
      .map(({ verifiedAt }) => verifiedAt),
  )
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
