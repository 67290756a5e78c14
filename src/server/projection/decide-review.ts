import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { EmployeeId, EntryId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { addNotice } from '../inbox/add-notice.ts'
import { noteWrites, type StreamWrite } from './note-writes.ts'
import type { ProjectionStores } from './projection-ports.ts'
import type { Review, ReviewDecision } from './review-store.ts'
import { documentOfFact, streamOfFact } from '../facts/stream-fact.ts'

export type DecisionRefusal = 'unknown' | 'unfitting' | 'decidedOtherwise'

type Stores = Pick<ProjectionStores, 'inbox' | 'streams' | 'reviews'>

type Context = {
  municipality: MunicipalityId
  /** All zones of the municipality. */
  zones: readonly ZoneId[]
  hasher: Hasher
  now: Instant
}

/**
 * Carries out a leader's decision, in one transaction with its log: the note takes the place of the waiting one
 * wherever that stands, a fact goes into its stream, or what waits goes; and the author's device is notified, of the entry
 * and its repetitions. Asked again, it answers the same and does nothing.
 */
export async function decideReview(
  stores: Stores,
  entryId: EntryId,
  { decision, by }: { decision: ReviewDecision; by: EmployeeId },
  context: Context,
): Promise<Result<null, DecisionRefusal>> {
  const { inbox, reviews } = stores
  // Before the question, as the projection does: a repetition that is opened meanwhile learns what is decided.
  await inbox.lockEffect(entryId)
  const review = await reviews.lock(entryId)
  if (review === null) return refused('unknown')
  if (!isFitting(review, decision)) return refused('unfitting')
  if (review.decision !== null) {
    return review.decision.kind === decision.kind ? accepted(null) : refused('decidedOtherwise')
  }
  await reviews.decide(entryId, { decision, by, at: context.now })
  if (decision.kind === 'seen') return accepted(null)
  await tellDevices(inbox, review, decision.kind, context.now)
  await settle(stores, review, decision.kind, context)
  return accepted(null)
}

function isFitting(review: Review, decision: ReviewDecision): boolean {
  return (review.kind === 'marked') === (decision.kind === 'seen')
}

async function tellDevices(
  inbox: Stores['inbox'],
  { note, deviceId, bytesHash }: Review,
  kind: 'taken' | 'rejected',
  now: Instant,
): Promise<void> {
  const rows = await inbox.listRepetitions(note.entryId)
  const asked = rows.find((row) => row.deviceId === deviceId && row.bytesHash === bytesHash)
  const { employeeId } = note.author
  const repetitions = rows.filter(
    (row) => row !== asked && row.authorEmployeeId === employeeId && row.projected === 'held',
  )
  const own = asked ?? { deviceId, bytesHash, entryId: note.entryId }
  // In the order of their ids, so that two decisions cannot deadlock.
  const inOrder = [own, ...repetitions].toSorted((a, b) => (a.deviceId < b.deviceId ? -1 : 1))
  for (const row of inOrder) await addNotice(inbox, row, { kind }, now)
}

async function settle(
  { streams }: Stores,
  { world, note, fact }: Review,
  kind: 'taken' | 'rejected',
  { municipality, zones, hasher, now }: Context,
): Promise<void> {
  const journalOf = (zone: ZoneId) => zoneStreamOf('note', { municipality, world, zone })
  const notified = await streams.listStreamsWith(note.entryId, zones.map(journalOf))
  const gone = { kind: 'delete', docId: note.entryId } as const
  const isTaken = kind === 'taken'
  const journals = notified.length > 0 ? notified : [journalOf(note.zone)]
  const writes: StreamWrite[] =
    fact !== null
      ? notified.map((stream) => ({ stream, write: gone }))
      : isTaken
        ? await noteWrites(streams, note, journals, { municipality, world, zones })
        : journals.map((stream) => ({ stream, write: gone }))
  if (fact !== null && isTaken) {
    const stream = streamOfFact(fact, { municipality, world })
    writes.push({ stream, write: { kind: 'put', ...documentOfFact(fact) } })
  }
  // In the order of their ids, so that two writers cannot deadlock.
  for (const { stream, write } of writes.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))) {
    await writeDocuments(streams, stream, [write], { writer: 'projection', hasher, now })
  }
}
