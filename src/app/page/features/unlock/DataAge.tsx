import type { Instant } from '#domain/time/instant.ts'
import { freshness, oldest } from '#domain/time/shelf-life.ts'
import type { EnrolledEmployee, VaultStatus } from '#domain/vault/vault-status.ts'
import { findStream } from '#domain/streams/stream.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { listsMade } from '../../services/remembered/lists-made.ts'
import { useNow } from '../../services/use-now.ts'

/** What is shown before anybody unlocks: how old the lists are, what is not sent, and how much of hers is not signed. */
export function DataAge({ status, of }: { status: VaultStatus; of: readonly EnrolledEmployee[] }) {
  const now = useNow()
  const verified = oldest(
    status.streams
      .filter(({ stream }) => findStream(stream)?.class === 'critical')
      .map(({ verifiedAt }) => verifiedAt),
  )
  const unsent = status.entries.sealed
  // Whoever has no access any more opens neither lists nor drafts here.
  const readers = of.filter(({ closedAt }) => closedAt === null)
  const drafts = readers.reduce((sum, employee) => sum + employee.drafts, 0)
  // What a colleague has not signed is not sent either.
  const isAllSigned = status.employees.every((employee) => employee.drafts === 0)
  const madeAt = oldest(readers.flatMap(({ employeeId }) => listsMade.find(employeeId) ?? []))
  return (
    <p className="unlock__age">
      {readers.length === 0 ? null : verified === null ? (
        unlock.noLists
      ) : madeAt === null ? (
        unlock.listsFetched(dayAndMomentWords(verified, now))
      ) : (
        <span className={isOld(madeAt, now) ? 'unlock__old' : undefined}>
          {unlock.listsFrom(dayAndMomentWords(madeAt, now))}
        </span>
      )}
      {readers.length === 0 ? null : <br />}
      {unsent > 0 ? unlock.unsent(unsent) : isAllSigned ? unlock.allSent : unlock.allSignedSent}
      {drafts === 0 ? null : (
        <>
          <br />
          <strong>{unlock.unsigned(drafts)}</strong>
        </>
      )}
    </p>
  )
}

function isOld(madeAt: Instant, now: Instant): boolean {
  return freshness('weeklyList', madeAt, now).state === 'stale'
}
