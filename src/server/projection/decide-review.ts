import { documentOf } from '#domain/documents/document-of.ts'
import { zoneStreamOf } from '#domain/documents/stream-of-kind.ts'
import type { EmployeeId, EntryId, MunicipalityId } from '#domain/base/ids.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { type Result, accepted, refused } from '#domain/base/result.ts'
import type { Instant } from '#domain/time/instant.ts'
import { writeDocuments } from '../streams/write-documents.ts'
import { addNotice } from './add-notice.ts'
import type { ProjectionStores } from './projection-ports.ts'
import type { Review, ReviewDecision } from './review-store.ts'

export type DecisionRefusal = 'unknown' | 'unfitting' | 'decidedOtherwise'

/**
 * Carries out a leader's decision, in one transaction with its log: the note takes the place of the waiting one in the
 * journal, or the waiting one goes, and the author's device is told. Asked again, it answers the same and does nothing.
 */
export async function decideReview(
  { inbox, streams, reviews }: Omit<ProjectionStores, 'authors'>,
  entryId: EntryId,
  { decision, by }: { decision: ReviewDecision; by: EmployeeId },
  { municipality, hasher, now }: { municipality: MunicipalityId; hasher: Hasher; now: Instant },
): Promise<Result<null, DecisionRefusal>> {
  const review = await reviews.lock(entryId)
  if (review === null) return refused('unknown')
  if (!isFitting(review, decision)) return refused('unfitting')
  if (review.decision !== null) {
    return review.decision.kind === decision.kind ? accepted(null) : refused('decidedOtherwise')
  }
  await reviews.decide(entryId, { decision, by, at: now })
  if (decision.kind === 'seen') return accepted(null)
  const { deviceId, bytesHash, world, note } = review
  await addNotice(inbox, { deviceId, bytesHash, entryId }, { kind: decision.kind }, now)
  const journal = zoneStreamOf('note', { municipality, world, zone: note.zone })
  const write =
    decision.kind === 'taken'
      ? ({ kind: 'put', ...documentOf('note', note) } as const)
      : ({ kind: 'delete', docId: entryId } as const)
  await writeDocuments(streams, journal, [write], { writer: 'projection', hasher, now })
  return accepted(null)
}

function isFitting(review: Review, decision: ReviewDecision): boolean {
  return (review.kind === 'marked') === (decision.kind === 'seen')
}
