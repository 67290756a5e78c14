import type { ReviewStore } from '#server/projection/review-store.ts'
import type { Transaction } from './memory-sync-database.ts'

export function memoryReviewStore(transaction: Transaction): ReviewStore {
  const { written, below, pause } = transaction
  return {
    async add(review) {
      await pause()
      const { entryId } = review.note
      written.reviews.set(entryId, { ...review, decision: null })
    },
    async lock(entryId) {
      await transaction.lock(`review ${entryId}`, 'wait')
      return written.reviews.get(entryId) ?? below().reviews.get(entryId) ?? null
    },
    async decide(entryId, { decision }) {
      await pause()
      const review = written.reviews.get(entryId) ?? below().reviews.get(entryId)
      if (review !== undefined) written.reviews.set(entryId, { ...review, decision })
    },
  }
}
