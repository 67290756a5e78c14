import { type ComponentProps, type ReactNode, useEffect } from 'react'
import { holdsClass } from '#domain/streams/stream-access.ts'
import type { Instant } from '#domain/time/instant.ts'
import { freshness } from '#domain/time/shelf-life.ts'
import type { VaultStatus } from '#domain/vault/vault-status.ts'
import { capitalized, dayAndMomentWords } from '#text/nb/words/time.ts'
import { isWithheld } from '#app/bridge/reading.ts'
import { listsMade } from '../services/remembered/lists-made.ts'
import { useUnsignedCount } from '../draft-parts/use-unsigned-count.ts'
import { useNow } from '../services/use-now.ts'
import { useDevice, useOpened } from '../services/use-opened.ts'
import { useUnlocked } from '../services/unlocked.ts'
import { isClockWrong } from '../services/wrong-clock.ts'
import { shell } from '#text/nb/screens/shell.ts'
import { AskWhom } from './AskWhom.tsx'
import { InstrumentLine } from './InstrumentLine.tsx'
import { SideMenu, TabBar } from './Menus.tsx'
import { NetworkLine } from './NetworkLine.tsx'
import { ProtocolLine } from './ProtocolLine.tsx'
import { ServerLine } from './ServerLine.tsx'
import './shell.css'

/** The frame around every screen of an unlocked phone. */
export function Shell({ status, children }: { status: VaultStatus; children: ReactNode }) {
  const { profile, employeeId } = useUnlocked()
  const unsigned = useUnsignedCount()
  const { sync } = useDevice()
  const now = useNow()
  const lists = useOpened(
    async ({ queries }) => ({
      madeAt: await queries.listsMadeAt(profile.zones.map(({ id }) => id)),
      // Lists that cannot be verified are on the phone, and must not be said to be missing.
      isWithheld: isWithheld(await queries.patientsByName([])),
    }),
    [profile],
  )
  const madeAt = lists?.madeAt
  useEffect(() => {
    // Null also while the phone is being locked, when nothing can be read.
    if (madeAt !== undefined && madeAt !== null) listsMade.keep(employeeId, madeAt)
  }, [employeeId, madeAt])
  const isWrong = isClockWrong(now, {
    clockAheadMinutes: sync.clockAheadMinutes,
    fetchedAt: status.streams.map(({ verifiedAt }) => verifiedAt),
  })
  const unreceipted = Math.min(sync.unreceipted.length, status.entries.sealed)
  const unsent = status.entries.sealed - unreceipted
  return (
    <div className="shell">
      <SideMenu role={profile.role} />
      <div className="shell__column">
        <header className="shell__top">
          <div className="shell__instruments">
            <InstrumentLine
              listsFrom={
                holdsClass(profile.role, 'critical')
                  ? listsFrom(lists, now)
                  : { words: shell.listsNotForRole, isOld: false }
              }
              unsent={unsent}
              unreceipted={unreceipted}
            />
            <AskWhom />
          </div>
          {sync.cannotStoreLists ? (
            <p className="line line--offline" role="status">
              <strong>{shell.cannotStoreLists}</strong>
              <span>{shell.cannotStoreListsMeaning}</span>
            </p>
          ) : null}
          <NetworkLine
            sync={sync}
            name={profile.author.name}
            waiting={status.entries.sealed}
            unsigned={unsigned}
            toLookAt={status.entries.conflict + status.entries.quarantined}
            now={now}
          />
          <ServerLine server={sync.server} />
          <ProtocolLine otherProtocol={sync.otherProtocol} />
          {isWrong ? (
            <p className="line line--offline" role="status">
              <strong>{shell.network.clockWrong}</strong>
              <span>{shell.network.clockWrongMeaning}</span>
            </p>
          ) : null}
        </header>
        {children}
        <TabBar />
      </div>
    </div>
  )
}

/** The age of the lists as the instrument line says it; undefined while they are opened, null when there are none. */
function listsFrom(
  lists: { madeAt: Instant | null; isWithheld: boolean } | undefined,
  now: Instant,
): ComponentProps<typeof InstrumentLine>['listsFrom'] {
  if (lists === undefined) return undefined
  const { madeAt } = lists
  if (madeAt === null) return lists.isWithheld ? { words: shell.hiddenLists, isOld: true } : null
  return {
    words: capitalized(dayAndMomentWords(madeAt, now)),
    isOld: freshness('weeklyList', madeAt, now).state === 'stale',
  }
}
