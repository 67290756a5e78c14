import { canonicalJson } from '#domain/base/canonical-json.ts'
import { hashText } from '#domain/base/hasher.ts'
import type { StreamDocument } from '#domain/streams/stream-document.ts'
import { rootOf } from '#domain/streams/stream-root.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import { nodeHasher } from '../support/node-hasher.ts'
import { newSigner } from './own-keys.ts'
import type { Phone } from './phone.ts'
import { leavesOf } from '../support/leaves-of.ts'

/** A patient who does not exist, with the right hash of her document. */
export async function forgedPatient(docId: string, seq = 3): Promise<StreamDocument> {
  const body = { name: 'FORFALSKET' }
  const bodyHash = await hashText(canonicalJson(body), nodeHasher)
  return { docId, seq, deleted: false, schema: 'patient@1', body, bodyHash }
}

/** A head over these documents in the name of the server's key, which another key has signed. */
export async function forgedHead(
  { cache }: Phone,
  stream: StreamId,
  documents: readonly StreamDocument[],
): Promise<SignedHead> {
  const row = await cache.replicas.get(stream)
  if (row === undefined) throw new Error(`There is no ${stream} to forge.`)
  const root = await rootOf(await leavesOf(documents, nodeHasher), nodeHasher)
  const head = { ...row.head.head, count: documents.length, root }
  const signer = await newSigner()
  return { head, signature: await signer.sign(statementBytes(head, nodeHasher)) }
}
