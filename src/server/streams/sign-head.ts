import type { StreamId } from '#domain/streams/stream.ts'
import { streamOf } from '#domain/streams/stream.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import { type StatementSigner, type TrustTools, statementBytes } from '#domain/trust/signatures.ts'
import type { SignedHead, StreamHead } from '#domain/trust/stream-head.ts'
import type { StreamState } from './stream-store.ts'

/** What a pull needs of the server's keys and clock. */
export type PullTools = {
  /** Signs heads. */
  signer: StatementSigner
  /** The server's own key set, by which it knows its former signatures again. */
  keySet: KeySet
  trust: TrustTools
  now: Instant
}

/** Signs the state of a stream as it is now. */
export async function signHead(
  stream: StreamId,
  { epoch, seq, chain, count, root }: StreamState,
  { signer, trust, now }: Pick<PullTools, 'signer' | 'trust' | 'now'>,
): Promise<SignedHead> {
  const { municipality, world } = streamOf(stream)
  const about = { kind: 'head', v: 1, municipality, world, kid: signer.keyId } as const
  const chain16 = chain.slice(0, 16)
  const head: StreamHead = { ...about, stream, epoch, seq, chain16, count, root, time: now }
  return { head, signature: await signer.sign(statementBytes(head, trust.hasher)) }
}
