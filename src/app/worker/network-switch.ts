import type { EntryId } from '#domain/base/ids.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import { refused } from '#domain/base/result.ts'
import type { SyncNetwork } from '#sync/sync-network.ts'

/** A line that is down fails at once. A message that fails later may have arrived without a receipt. */
const sentAfterMilliseconds = 5_000

type Watch = {
  now(): Instant
  /** A message is about to leave. */
  onTrying(): void
  onUnreceipted(entries: readonly EntryId[]): void
}

/** Makes a network that can be switched off, and that reports which entries were sent without a receipt. */
export function networkSwitch(network: SyncNetwork, { now, onTrying, onUnreceipted }: Watch) {
  let isCut = false
  const unreceipted = new Set<EntryId>()
  const whenJoined =
    <Message, Answered>(send: (message: Message) => Promise<Answered>) =>
    (message: Message) => {
      if (isCut) return Promise.resolve(refused({ kind: 'unreachable' } as const))
      onTrying()
      return send(message)
    }

  const switched: SyncNetwork = {
    listStreams: whenJoined(network.listStreams),
    pullStream: whenJoined(network.pullStream),
    pushEntries: whenJoined(async (message) => {
      const ids = message.entries.map(({ header }) => header.entryId)
      const begun = millisecondsFromInstant(now())
      for (const id of ids) unreceipted.add(id)
      onUnreceipted([...unreceipted])
      const answer = await network.pushEntries(message)
      const elapsed = millisecondsFromInstant(now()) - begun
      const mayHaveArrived =
        !answer.ok && answer.refusal.kind === 'unreachable' && elapsed > sentAfterMilliseconds
      if (!mayHaveArrived) for (const id of ids) unreceipted.delete(id)
      onUnreceipted([...unreceipted])
      return answer
    }),
  }
  return {
    network: switched,
    isCut: () => isCut,
    cut(): void {
      isCut = true
    },
  }
}
