import { canonicalJson } from '#domain/base/canonical-json.ts'
import type { MunicipalityId } from '#domain/base/ids.ts'
import { Note } from '#domain/entries/note.ts'
import { CoordinationFact } from '#domain/incidents/coordination-fact.ts'
import { PersonFact } from '#domain/people/person-fact.ts'
import type { DatabaseTransaction } from '../database/database.ts'
import type { ReviewTables } from '../database/review-tables.ts'
import type { Review, ReviewDecision, ReviewStore } from './review-store.ts'
import type { StreamFact } from '../facts/stream-fact.ts'

type Row = ReviewTables['entryReview']
type StoredReview = Omit<Row, 'municipalityId' | 'note' | 'fact' | 'decidedAt' | 'decidedBy'> & {
  note: unknown
  fact: unknown
}

const reviewColumns = [
  'entryId',
  'deviceId',
  'bytesHash',
  'world',
  'zoneId',
  'kind',
  'reason',
  'note',
  'factKind',
  'fact',
  'raisedAt',
  'decision',
  'decisionReason',
] as const

export function postgresReviewStore(
  transaction: DatabaseTransaction,
  municipalityId: MunicipalityId,
): ReviewStore {
  return {
    async add(review) {
      const { deviceId, bytesHash, world, kind, raisedAt, note, fact } = review
      const open = { decision: null, decidedAt: null, decidedBy: null, decisionReason: null }
      const asked = {
        deviceId,
        bytesHash,
        world,
        zoneId: fact?.kind === 'coordinationFact' ? null : note.zone,
        kind,
        reason: review.kind === 'held' ? review.reason : null,
        note: canonicalJson(note),
        factKind: fact?.kind ?? null,
        fact: fact === null ? null : canonicalJson(fact.fact),
        raisedAt,
        ...open,
      }
      await transaction
        .insertInto('entryReview')
        .values({ municipalityId, entryId: note.entryId, ...asked })
        .onConflict((known) => known.columns(['municipalityId', 'entryId']).doUpdateSet(asked))
        .execute()
    },
    async lock(entryId) {
      const row = await transaction
        .selectFrom('entryReview')
        .select(reviewColumns)
        .where('entryId', '=', entryId)
        .forUpdate()
        .executeTakeFirst()
      return row === undefined ? null : { ...reviewOf(row), decision: decisionOf(row) }
    },
    async decide(entryId, { decision, by, at }) {
      await transaction
        .updateTable('entryReview')
        .set({
          decision: decision.kind,
          decidedAt: at,
          decidedBy: by,
          decisionReason: decision.kind === 'rejected' ? decision.reason : null,
        })
        .where('entryId', '=', entryId)
        .execute()
    },
  }
}

/** Lists what is not decided and the scope may see, the oldest first, and counts all of it. */
export async function listOpenReviews(
  transaction: DatabaseTransaction,
  limit: number,
): Promise<{ reviews: Review[]; total: number }> {
  const open = transaction.selectFrom('entryReview').where('decision', 'is', null)
  const rows = await open
    .select(reviewColumns)
    .orderBy('raisedAt')
    .orderBy('entryId')
    .limit(limit)
    .execute()
  const { total } = await open
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { reviews: rows.map(reviewOf), total }
}

function reviewOf(row: StoredReview): Review {
  const { deviceId, bytesHash, world, raisedAt, reason } = row
  const note = Note.parse(row.note)
  const shared = { deviceId, bytesHash, world, raisedAt, note, fact: factOf(row) }
  return reason === null ? { kind: 'marked', ...shared } : { kind: 'held', reason, ...shared }
}

function factOf({ factKind, fact }: StoredReview): StreamFact | null {
  switch (factKind) {
    case null:
      return null
    case 'coordinationFact':
      return { kind: factKind, fact: CoordinationFact.parse(fact) }
    case 'personFact':
      return { kind: factKind, fact: PersonFact.parse(fact) }
  }
}

function decisionOf({ decision, decisionReason }: StoredReview): ReviewDecision | null {
  if (decision === null) return null
  return decision === 'rejected'
    ? { kind: decision, reason: decisionReason ?? '' }
    : { kind: decision }
}
