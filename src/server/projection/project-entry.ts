import type { KeyId } from '#domain/base/ids.ts'
import {
  type Instant,
  millisecondsFromInstant,
  minutesBetween,
  plusMinutes,
} from '#domain/time/instant.ts'
import type { InboxEntry } from '../base/inbox-entry.ts'
import type { InboxStore } from '../inbox/inbox-store.ts'
import { addNotice, type NoticeOutcome } from '../inbox/add-notice.ts'
import { applyEffect } from './apply-effect.ts'
import { placeEffect } from './effect-place.ts'
import { findOutcome } from './find-outcome.ts'
import type { Outcome } from './outcome.ts'
import type { ProjectionPorts, ProjectionStores, SealOpener } from './projection-ports.ts'
import { needsOf } from './foreseen-needs.ts'
import { type OpenedContent, readContent } from './read-content.ts'

/** How long an entry of a newer server's form waits, unless a server starts: it may be the newer one. */
const newerServerMinutes = 60

/** The projection of an entry threw, which is our fault; `recordFault` says what becomes of the entry. */
export class ProjectionFault extends Error {
  readonly row: InboxEntry

  constructor(row: InboxEntry, cause: unknown) {
    super('An entry could not be projected.', { cause })
    this.name = 'ProjectionFault'
    this.row = row
  }
}

/**
 * Gives one waiting entry its effect and marks it, both in the caller's transaction, so that the
 * effect happens once. What does not open or is not valid is quarantined with a notice to its
 * device. What only a newer server can read is postponed, and is no fault. Answers false when no entry
 * waits for a key that is held, except those in `without`.
 */
export async function projectNext(
  stores: ProjectionStores,
  ports: ProjectionPorts,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<boolean> {
  const row = await claimNext(stores.inbox, ports.seals, now, without)
  if (row === null) return false
  await projectRows([row], stores, ports, now)
  return true
}

/** Does so with entries that are claimed, in their order. All are opened first, because that takes the longest and needs no order. */
export async function projectRows(
  rows: readonly InboxEntry[],
  stores: ProjectionStores,
  ports: ProjectionPorts,
  now: Instant,
): Promise<void> {
  const opened = await Promise.allSettled(
    rows.map(async (row) => ({ row, content: await readContent(row, stores.streams, ports) })),
  )
  const read = opened.map((one, place) => {
    if (one.status === 'fulfilled') return one.value
    const row = rows[place]
    throw row === undefined ? one.reason : new ProjectionFault(row, one.reason)
  })
  await stores.foresee?.(needsOf(read))
  for (const { row, content } of read) {
    try {
      await giveEffect(row, content, stores, { ...ports, now })
    } catch (error) {
      throw new ProjectionFault(row, error)
    }
  }
}

async function giveEffect(
  row: InboxEntry,
  content: OpenedContent,
  stores: ProjectionStores,
  { now, ...ports }: ProjectionPorts & { now: Instant },
): Promise<void> {
  const outcome = await findOutcomeOf(row, content, stores, ports)
  if (outcome.kind === 'newerForm') {
    const until = plusMinutes(now, newerServerMinutes)
    await stores.inbox.postpone(row, { until, waitsFor: 'newerServer' })
    return
  }
  if (outcome.kind === 'waits') {
    await stores.inbox.postpone(row, { until: askedAgainAt(row, now), waitsFor: 'retry' })
    return
  }
  const notice = noticeOf(outcome, row)
  if (stores.putOffNotice === undefined) await addNotice(stores.inbox, row, notice, now)
  else stores.putOffNotice(row, notice)
  await applyEffect(stores, row, outcome, { ...ports, now })
}

async function claimNext(
  inbox: InboxStore,
  seals: SealOpener,
  now: Instant,
  without: ReadonlySet<string>,
): Promise<InboxEntry | null> {
  for (const keyId of keysInTurn(seals, now)) {
    const row = await inbox.claimWaiting(keyId, without)
    if (row !== null) return row
  }
  return null
}

/** Begins with another key each millisecond, so that many entries sealed to one delay no entry sealed to another. */
export function keysInTurn({ keyIds }: Pick<SealOpener, 'keyIds'>, now: Instant): KeyId[] {
  const first = millisecondsFromInstant(now) % Math.max(1, keyIds.length)
  return [...keyIds.slice(first), ...keyIds.slice(0, first)]
}

/** What waits for another entry asks soon at first, and each hour when it has waited for a day. */
function askedAgainAt({ receivedAt }: InboxEntry, now: Instant): Instant {
  const waited = minutesBetween(receivedAt, now)
  return plusMinutes(now, Math.min(60, Math.max(1, Math.floor(waited / 24))))
}

/** `newerForm`: only a newer server can tell. `waits`: what it is about has no effect yet. */
async function findOutcomeOf(
  row: InboxEntry,
  content: OpenedContent,
  stores: ProjectionStores,
  ports: ProjectionPorts,
): Promise<Outcome | { kind: 'newerForm' } | { kind: 'waits' }> {
  if (!content.ok) {
    const { refusal: reason } = content
    return reason === 'newerForm' ? { kind: reason } : { kind: 'quarantined', reason }
  }
  const place = await placeEffect(stores.inbox, row)
  if (!place.ok) return { kind: 'quarantined', reason: place.refusal }
  return place.value.kind === 'settled'
    ? place.value
    : findOutcome(stores, row, { read: content.value, entryId: place.value.entryId }, ports)
}

function noticeOf(outcome: Outcome, { entry }: InboxEntry): NoticeOutcome {
  switch (outcome.kind) {
    case 'quarantined':
      return { ...outcome, entry }
    case 'settled':
      return { kind: outcome.as, reason: outcome.reason }
    case 'held':
      return { kind: outcome.kind, reason: outcome.reason }
    case 'applied':
      return { kind: outcome.kind }
  }
}
