import { protocolVersion } from '#contract/protocol.ts'
import {
  type PushEntries,
  type PushEntriesAnswer,
  type PushResult,
  maxPushedEntries,
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
import type { ClosedEmployee } from '#domain/vault/closed-employee.ts'
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
  /** Called when the push has ended, with those of this device whom the server says to have no access any more. */
  onClosed(closed: readonly ClosedEmployee[]): Promise<void>
}

/** incomplete: the server answered, but this cycle would repeat for ever, so it ends; the next one starts over. */
export type PushFailure = NetworkFailure | { kind: 'incomplete' }

/** An entry that is longer than this, which cannot be split, is sent only on a line that has just answered. */
const longEntryBytes = 16 * 1024

/** The state of one push, which is dropped when the push ends. */
type Round = {
  refusedEntries: Set<EntryId>
  /** Devices that the server refused. */
  refusedDevices: Set<DeviceId>
  /** Devices that have had an answer; they push again only when they have entries to send. */
  answered: Set<DeviceId>
  /** Entries that have had a receipt since the outbox was last requeued. */
  receipted: Set<EntryId>
  /** The head above which each device's entries were queued again. */
  requeuedAbove: Map<DeviceId, number>
  /** What each device's newest answer said. */
  closed: Map<DeviceId, readonly ClosedEmployee[]>
  sent: number
  total: number
}

/**
 * Sends pending entries, the oldest first, one device id after the other, and stores what the server
 * reports about earlier ones. A device without anything to send also pushes: that is how it learns
 * that a restored server lacks entries that it once had.
 */
export async function pushOutbox(services: PushServices): Promise<Result<'pushed', PushFailure>> {
  const { outbox } = services
  const round: Round = {
    refusedEntries: new Set(),
    refusedDevices: new Set(),
    answered: new Set(),
    receipted: new Set(),
    requeuedAbove: new Map(),
    closed: new Map(),
    sent: 0,
    total: (await outbox.countByState()).sealed,
  }
  const outcome = await pushRound(round, services)
  // Last: what those employees signed is at the server by then, and stays sealed to it where it is not.
  const closed = [...round.closed.values()].flat()
  if (closed.length > 0) await services.onClosed(closed)
  return outcome
}

async function pushRound(
  round: Round,
  services: PushServices,
): Promise<Result<'pushed', PushFailure>> {
  const { outbox, clock, pace } = services
  for (;;) {
    const listed = await outbox.listPendingPushes({
      entries: maxPushedEntries,
      bytes: pace.batchBytes,
      without: round.refusedEntries,
    })
    const next = listed.find(
      ({ deviceId, entries }) =>
        !round.refusedDevices.has(deviceId) &&
        (entries.length > 0 || !round.answered.has(deviceId)),
    )
    if (next === undefined) return accepted('pushed')
    const pending = isLongWait(next, round) ? withoutEntries(next) : next
    const begun = millisecondsFromInstant(clock.now())
    const answered = await send(pending, services)
    if (answered.ok) {
      fitBatches(pace, bytesOf(pending.entries), millisecondsFromInstant(clock.now()) - begun)
    }
    const outcome = answered.ok
      ? await handleAnswer(pending, answered.value, round, services)
      : handleFailure(pending, answered.refusal, round, services)
    if (outcome !== null) return refused(outcome)
  }
}

/**
 * Whether the push would wait for minutes on a line of which nothing is known: one that went silent swallows it, and is found
 * to be back only when that wait is over.
 */
function isLongWait({ entries }: PendingPush, { answered }: Round): boolean {
  return entries.length === 1 && answered.size === 0 && bytesOf(entries) > longEntryBytes
}

/** What the device asks with every push, and nothing that takes long. */
function withoutEntries(pending: PendingPush): PendingPush {
  const [first] = pending.entries
  return { ...pending, entries: [], firstOmitted: first?.header.n ?? pending.firstOmitted }
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

async function handleAnswer(
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
  round.closed.set(deviceId, answer.closed ?? [])
  const answeredIds = new Set(answer.results.map(({ entryId }) => entryId))
  const sentIds = entries.map(({ header }) => header.entryId)
  if (sentIds.some((id) => !answeredIds.has(id) || round.receipted.has(id))) {
    return { kind: 'incomplete' }
  }
  const lost = lostAbove(pending, answer)
  if (lost !== null) {
    // It must be lower each time, or the push would repeat for ever: the server was restored during it.
    if (lost >= (round.requeuedAbove.get(deviceId) ?? Infinity)) return { kind: 'incomplete' }
    round.requeuedAbove.set(deviceId, lost)
    round.receipted.clear()
    // Before the receipts are stored, because the newest of them would hide what is missing below it.
    round.total += await outbox.requeueAbove(deviceId, lost)
  }
  // Also before the receipts: the server does not report a fork again once its conflicts have receipts.
  if (answer.forked) await outbox.endDevice(deviceId)
  const seen = answer.notices.at(-1)?.cursor ?? pending.noticesAfter
  const noticesCursor = lost === null ? seen : 0
  const { durable } = answer
  const { noticesAfter } = pending
  const recorded = { at, durable, noticesAfter, noticesCursor }
  await outbox.recordReceipts(deviceId, receiptsOf(answer), recorded)
  for (const id of sentIds) round.receipted.add(id)
  round.sent += entries.length
  report({ kind: 'sending', sent: round.sent, total: Math.max(round.total, round.sent) })
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
  // Entries that are not sent yet leave a gap, which is not a loss.
  const expected = Math.min(sent, (firstOmitted ?? Infinity) - 1)
  return deviceHead < expected ? deviceHead : null
}

function receiptsOf({ results, notices }: PushEntriesAnswer): Receipt[] {
  const receipts: Receipt[] = results.map(({ entryId, result }) => {
    return { entryId, state: stateAfter[result] }
  })
  for (const { entryId, kind } of notices) {
    // What had its effect has nothing more to say than its receipt.
    if (kind !== 'applied') receipts.push({ entryId, state: kind })
  }
  return receipts
}

const stateAfter = {
  stored: 'acked',
  duplicate: 'acked',
  conflict: 'conflict',
  quarantined: 'quarantined',
} as const satisfies Record<PushResult, EntryState>

/** Answers the failure that ends the push; null when the push can go on with the rest. */
function handleFailure(
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
  // The batch may have been too large for this line within the time limit: the next cycle sends less.
  if (failure.kind === 'unreachable' && entries.length > 1) slowBatches(pace, bytesOf(entries))
  if (failure.kind !== 'refused' || failure.reason === 'wrongProtocol') return failure
  // The server refuses this device id; it may still accept another one on the same phone.
  report({ kind: 'failed', failure })
  round.refusedDevices.add(deviceId)
  return null
}

/** Counts bytes in the same way as the outbox. */
function bytesOf(entries: readonly SealedEntry[]): number {
  return entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0)
}

function isUnreadable(failure: NetworkFailure): boolean {
  return failure.kind === 'refused' && failure.reason === 'unreadable'
}
