import * as z from 'zod/mini'
import { Base64Url } from '../base/base64url.ts'
import { KeyId, MunicipalityId } from '../base/ids.ts'
import { World } from '../base/world.ts'
import { StreamId, streamOf } from '../streams/stream.ts'
import type { Checkpoint } from '../streams/stream-document.ts'
import { Instant } from '../time/instant.ts'
import { type KeySet, findKey } from './key-set.ts'
import { type TrustTools, statementBytes } from './signatures.ts'

/** The state of a stream at one moment. The server signs it, and devices store it with the documents. */
export const StreamHead = z.object({
  kind: z.literal('head'),
  v: z.literal(1),
  municipality: MunicipalityId,
  world: World,
  /** Thumbprint of the signing key. */
  kid: KeyId,
  stream: StreamId,
  /** Raised when the server finds that it was restored from an earlier state. */
  epoch: z.int().check(z.positive()),
  /** The newest write. */
  seq: z.int().check(z.nonnegative()),
  /** The first 16 hexadecimal digits of the chain after that write. */
  chain16: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** Live documents; tombstones do not count. */
  count: z.int().check(z.nonnegative()),
  /** `domain/streams/stream-root.ts`, hexadecimal. */
  root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** When the server signed it: the age of the documents. */
  time: Instant,
})
export type StreamHead = z.infer<typeof StreamHead>

export const SignedHead = z.object({ head: StreamHead, signature: Base64Url })
export type SignedHead = z.infer<typeof SignedHead>

/** True when the server signed the head for exactly this stream. */
export async function isHeadOf(
  { head, signature }: SignedHead,
  stream: StreamId,
  keySet: KeySet,
  { signatures, hasher }: TrustTools,
): Promise<boolean> {
  const { municipality, world } = streamOf(stream)
  if (head.stream !== stream || head.municipality !== municipality || head.world !== world) {
    return false
  }
  const key = findKey(keySet.signing, head.kid, keySet, head.time)
  return key !== null && signatures.isSignedBy(key, signature, statementBytes(head, hasher))
}

/** A place in all histories of a stream: a restored server goes on in a higher epoch. */
export type HeadPlace = Pick<StreamHead, 'epoch' | 'seq'>

/** True when `head` lies before `pin`: a device that has seen the pin has seen newer documents. */
export function isBelow(head: HeadPlace, pin: HeadPlace): boolean {
  return head.epoch < pin.epoch || (head.epoch === pin.epoch && head.seq < pin.seq)
}

/**
 * True for a head that lies before `pin`, or is another one of the same place: of those the server signs only one, and the
 * other is of a history that it was restored out of.
 */
export function isOtherOrBelow({ head }: SignedHead, { head: pin }: SignedHead): boolean {
  const isSamePlace = head.epoch === pin.epoch && head.seq === pin.seq
  return isBelow(head, pin) || (isSamePlace && head.chain16 !== pin.chain16)
}

/** The newer one of two heads of a stream. */
export function newerHead(known: SignedHead | null, next: SignedHead): SignedHead {
  return known !== null && isBelow(next.head, known.head) ? known : next
}

export function checkpointOf({ seq, chain16 }: StreamHead): Checkpoint {
  return { seq, chain16 }
}
