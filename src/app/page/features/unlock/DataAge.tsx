import { oldest } from '#domain/time/shelf-life.ts'
import type { VaultStatus } from '#domain/vault/vault-status.ts'
import { findStream } from '#domain/streams/stream.ts'
import { dayAndMomentWords } from '#text/nb/words/time.ts'
import { unlock } from '#text/nb/screens/unlock.ts'
import { useNow } from '../../services/use-now.ts'

/** What is shown before anybody unlocks: how old the lists are and what is not sent. */
export function DataAge({ status }: { status: VaultStatus }) {
  const now = useNow()
  const verified = oldest(
    status.streams
      .filter(({ stream }) => findStream(stream)?.class === 'critical')
      .map(({ verifiedAt }) => verifiedAt),
  )
  const unsent = status.entries.sealed
  return (
    <p className="unlock__age">
      {verified === null ? unlock.noLists : unlock.listsFrom(dayAndMomentWords(verified, now))}
      <br />
      {unsent === 0 ? unlock.allSent : unlock.unsent(unsent)}
    </p>
  )
}
