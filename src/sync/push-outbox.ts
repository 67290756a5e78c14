import { protocolVersion } from '#contract/protocol.ts'
import {
  type PushEntries,
  type PushEntriesAnswer,
  type PushResult,
  mostPushedEntries,
  pushBytes,
} from '#contract/push-entries.ts'
import { Base64Url } from '#domain/base/base64url.ts'
import { type SealedEntry, entryHash } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import type { DeviceId, EntryId } from '#domain/base/ids.ts'
import { millisecondsFromInstant } from '#domain/time/instant.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { EntryState } from '#domain/entries/entry-state.ts'
import type { OutboxStore, PendingPush, Receipt } from '#storage/outbox/outbox-store.ts'
import type { Clock } from './clock.ts'
import { type Pace, fitBatches, slowBatches } from './pace.ts'
import type { Report } from './sync-event.ts'
import type { NetworkFailure, SyncNetwork } from './sync-network.ts'

export type PushServices = {
  network: Pick<SyncNetwork, 'pushEntries'>
  outbox: OutboxStore
  hasher: Hasher
  clock: Clock
  pace: Pace
  report: Report
}

/** incomplete: the server answered, but the cycle would go round for ever; the next one begins anew. */
export type PushFailure = NetworkFailure | { kind: 'incomplete' }

/** What one cycle has learnt; nothing of it is worth keeping. */
type Round = {
  refusedEntries: Set<EntryId>
  /** Devices that the server told off. */
  settled: Set<DeviceId>
  /** Devices that have had an answer; they ask again only with entries in hand. */
  answered: Set<DeviceId>
  /** Sent since the last offering again: who is here waits for nothing. */
  receipted: Set<EntryId>
  /** The head from which each device's entries were offered again. */
  reoffered: Map<DeviceId, number>
  sent: number
  of: number
}

/**
 * Sends what waits, the oldest first, one device id after the other, and takes home what the server
 * knows of the rest. A device without anything to send asks too: that is how it learns that a
 * restored server lacks what it once had.
 */
export async function pushOutbox(services: PushServices): Promise<Result<'pushed', PushFailure>> {
  const { outbox, clock, pace } = services
  const round: Round = {
    refusedEntries: new Set(),
    settled: new Set(),
    answered: new Set(),
    receipted: new Set(),
    reoffered: new Map(),
    sent: 0,
    of: (await outbox.countByState()).sealed,
  }
  for (;;) {
    const listed = await outbox.listPendingPushes({
      entries: mostPushedEntries,
      bytes: pace.batchBytes,
      without: round.refusedEntries,
    })
    const pending = listed.find(
      ({ deviceId, entries }) =>
        !round.settled.has(deviceId) && (entries.length > 0 || !round.answered.has(deviceId)),
    )
    if (pending === undefined) return accepted('pushed')
    const begun = millisecondsFromInstant(clock.now())
    const answered = await send(pending, services)
    if (answered.ok) {
      fitBatches(pace, bytesOf(pending.entries), millisecondsFromInstant(clock.now()) - begun)
    }
    const outcome = answered.ok
      ? await takeAnswer(pending, answered.value, round, services)
      : takeFailure(pending, answered.refusal, round, services)
    if (outcome !== null) return refused(outcome)
  }
}

async function send(
  pending: PendingPush,
  { network, outbox, hasher, clock }: PushServices,
): ReturnType<SyncNetwork['pushEntries']> {
  const { deviceId, device, authors, entries, noticesAfter } = pending
  const taken = await Promise.all(
    pending.taken.map(async (header) => ({ n: header.n, hash: await entryHash(header, hasher) })),
  )
  const push: Omit<PushEntries, 'signature'> = {
    protocol: protocolVersion,
    device,
    authors,
    entries,
    taken,
    noticesAfter,
    sentAt: clock.now(),
  }
  const signature = await outbox.signAsDevice(deviceId, pushBytes(push, hasher))
  return network.pushEntries({ ...push, signature: Base64Url.parse(signature) })
}

async function takeAnswer(
  pending: PendingPush,
  answer: PushEntriesAnswer,
  round: Round,
  { outbox, clock, report }: PushServices,
): Promise<PushFailure | null> {
  const { deviceId, entries } = pending
  const at = clock.now()
  report({ kind: 'answered', at })
  report({ kind: 'clocksCompared', server: answer.serverTime, device: at })
  round.answered.add(deviceId)
  const told = new Set(answer.results.map(({ entryId }) => entryId))
  const sentIds = entries.map(({ header }) => header.entryId)
  if (sentIds.some((id) => !told.has(id) || round.receipted.has(id))) return { kind: 'incomplete' }
  const lost = lostAbove(pending, answer)
  if (lost !== null) {
    // Lower each time, or it would go round for ever: the server was restored under our hands.
    if (lost >= (round.reoffered.get(deviceId) ?? Infinity)) return { kind: 'incomplete' }
    round.reoffered.set(deviceId, lost)
    round.receipted.clear()
    // Before the receipts: the newest of them would hide what is missing below it.
    round.of += await outbox.requeueAbove(deviceId, lost)
  }
  // Before the receipts as well: once it is told of its conflicts, the server has no reason to say so again.
  if (answer.forked) await outbox.endDevice(deviceId)
  const seen = answer.notices.at(-1)?.cursor ?? pending.noticesAfter
  const noticesCursor = lost === null ? seen : 0
  const { durable } = answer
  await outbox.recordReceipts(deviceId, receiptsOf(answer), { at, durable, noticesCursor })
  for (const id of sentIds) round.receipted.add(id)
  round.sent += entries.length
  report({ kind: 'sending', sent: round.sent, of: Math.max(round.of, round.sent) })
  return null
}

/** The n above which the server lacks what it once had; null when it lacks nothing. */
function lostAbove(
  { entries, firstOmitted, taken }: PendingPush,
  { deviceHead, commonHead }: PushEntriesAnswer,
): number | null {
  const highest = taken[0]?.n ?? 0
  if (commonHead < highest) return Math.min(deviceHead, commonHead)
  const sent = Math.max(highest, ...entries.map(({ header }) => header.n))
  // What is not sent yet leaves a gap that is no loss.
  const expected = Math.min(sent, (firstOmitted ?? Infinity) - 1)
  return deviceHead < expected ? deviceHead : null
}

function receiptsOf({ results, notices }: PushEntriesAnswer): Receipt[] {
  const receipts: Receipt[] = results.map(({ entryId, result }) => {
    return { entryId, state: stateAfter[result] }
  })
  for (const { entryId, kind } of notices) {
    if (kind === 'quarantined') receipts.push({ entryId, state: 'quarantined' })
  }
  return receipts
}

const stateAfter = {
  stored: 'acked',
  duplicate: 'acked',
  conflict: 'conflict',
  quarantined: 'quarantined',
} as const satisfies Record<PushResult, EntryState>

/** Answers the failure that ends the push; null when the rest can go on. */
function takeFailure(
  { deviceId, entries }: PendingPush,
  failure: NetworkFailure,
  round: Round,
  { pace, report }: PushServices,
): NetworkFailure | null {
  const isTooMuch = failure.kind === 'tooLarge' || isUnreadable(failure)
  if (isTooMuch && entries.length > 1) {
    slowBatches(pace, bytesOf(entries))
    return null
  }
  const [only] = entries
  if (isTooMuch && only !== undefined) {
    round.refusedEntries.add(only.header.entryId)
    report({ kind: 'entryRefused', entryId: only.header.entryId })
    return null
  }
  // Too much for this line within the time limit, for all that is known: the next cycle sends less.
  if (failure.kind === 'unreachable' && entries.length > 1) slowBatches(pace, bytesOf(entries))
  if (failure.kind !== 'refused' || failure.reason === 'wrongProtocol') return failure
  // The server does not want this device; another id on the same phone may still be welcome.
  report({ kind: 'failed', failure })
  round.settled.add(deviceId)
  return null
}

/** As the outbox counts them. */
function bytesOf(entries: readonly SealedEntry[]): number {
  return entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)
}

function isUnreadable(failure: NetworkFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'unreadable'
}
