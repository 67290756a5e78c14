import type { PullStreamAnswer } from '#contract/pull-stream.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { bucketOfLeaf } from '#domain/streams/buckets.ts'
import { leafOf } from '#domain/streams/stream-root.ts'
import { areTheirBodies } from '#domain/trust/judge-replica.ts'
import type { ServerTrust } from '#domain/trust/server-trust.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { type SignedHead, isHeadOf, isOtherOrBelow } from '#domain/trust/stream-head.ts'
import type { Staging } from '#storage/replica/replica-store.ts'

/**
 * notAsked: the answer to another request. unvouched: the server did not sign the head. older: the device has seen a newer head.
 * olderThanStaged: a staged part came with a newer one. altered: documents are not those that the part says.
 */
export type PartCheck = 'valid' | 'notAsked' | 'unvouched' | 'older' | 'olderThanStaged' | 'altered'

type Buckets = Extract<PullStreamAnswer, { kind: 'buckets' }>
type Changes = Extract<PullStreamAnswer, { kind: 'changes' }>

type CheckServices = { trust: ServerTrust } & TrustTools

/** What is checked of a part before any of it is stored. A reset has no documents, and needs only to be an answer. */
export async function checkPart(
  answer: PullStreamAnswer,
  { staging, highest }: { staging: Staging; highest: SignedHead | null },
  { trust, signatures, hasher }: CheckServices,
): Promise<PartCheck> {
  if (!isAnswerTo(staging, answer)) return 'notAsked'
  if (answer.kind === 'reset') return 'valid'
  const keySet = (await trust.find())?.keySet ?? null
  const tools = { signatures, hasher }
  if (keySet === null || !(await isHeadOf(answer.head, staging.stream, keySet, tools))) {
    return 'unvouched'
  }
  if (highest !== null && isOtherOrBelow(answer.head, highest)) return 'older'
  const { newest } = staging
  if (newest !== null && isOtherOrBelow(answer.head, newest)) return 'olderThanStaged'
  const isInOrder =
    answer.kind === 'changes' ? areInOrder(answer) : await areInBuckets(answer, hasher)
  return isInOrder && (await areTheirBodies(answer.documents, hasher)) ? 'valid' : 'altered'
}

function isAnswerTo({ stream, session, at, layout }: Staging, answer: PullStreamAnswer): boolean {
  if (answer.stream !== stream || answer.session !== session) return false
  switch (answer.kind) {
    case 'reset':
      return true
    case 'changes':
      return answer.after === at.seq
    case 'buckets':
      return layout === null
        ? answer.from === 0
        : answer.from === layout.next && answer.buckets === layout.buckets
  }
}

/** Whether the changes are in order and end where they say. */
function areInOrder({ documents, after, to, head: { head }, more }: Changes): boolean {
  let last = after
  for (const { seq } of documents) {
    if (seq <= last) return false
    last = seq
  }
  return last <= to.seq && to.seq <= head.seq && more === to.seq < head.seq
}

/** Whether the documents are live, each once, and in the buckets that the part says. */
async function areInBuckets(
  { documents, buckets, from, next, head: { head } }: Buckets,
  hasher: Hasher,
): Promise<boolean> {
  if (next <= from || next > buckets || !isPowerOfTwo(buckets)) return false
  if (new Set(documents.map(({ docId }) => docId)).size !== documents.length) return false
  for (const { docId, deleted, seq } of documents) {
    const bucket = bucketOfLeaf(await leafOf(docId, hasher), buckets)
    if (deleted || seq > head.seq || bucket < from || bucket >= next) return false
  }
  return true
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0
}
