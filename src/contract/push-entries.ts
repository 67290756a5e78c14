import * as z from 'zod/mini'
import { Base64Url } from '#domain/base/base64url.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { Credential } from '#domain/entries/credential.ts'
import { SealedEntry } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { DeviceId, EntryId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { protocolVersion } from './protocol.ts'

export const mostPushedEntries = 100
export const mostPushedBytes = 512 * 1024

/** Sealed entries from one device. It needs no session: the device's signature is enough. */
export const PushEntries = z.object({
  protocol: z.literal(protocolVersion),
  device: Credential,
  /** The credentials of the authors of `entries`. */
  authors: z.array(Credential),
  entries: z.array(SealedEntry).check(z.maxLength(mostPushedEntries)),
  /**
   * Landmarks (`domain/landmarks.ts`) of the entries that the device was told are held, the highest
   * n first, each with its `entryHash`: numbers alone cannot tell them from a clone's.
   */
  taken: z
    .array(
      z.object({
        n: z.int().check(z.positive()),
        hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .check(z.maxLength(64)),
  /** The last notice the device has seen; one that the server does not know gets all from the first. */
  noticesAfter: z.int().check(z.nonnegative()),
  sentAt: Instant,
  /** ES256 by the device's key over `pushBytes` of this message. */
  signature: Base64Url,
})
export type PushEntries = z.infer<typeof PushEntries>

/** What the device signs: the whole message, where each entry's own signature stands for the entry. */
export function pushBytes(
  push: Omit<PushEntries, 'signature'>,
  hasher: Hasher,
): Uint8Array<ArrayBuffer> {
  const { protocol, device, authors, entries, taken, noticesAfter, sentAt } = push
  const signatures = entries.map(({ deviceSignature }) => deviceSignature)
  return hasher.utf8(
    canonicalJson({ protocol, device, authors, signatures, taken, noticesAfter, sentAt }),
  )
}

/**
 * stored: taken now. duplicate: the same bytes were there before. conflict: another entry has its
 * id or its number; both are kept. quarantined: kept for a person, because a signature, a
 * credential or the chain does not hold.
 */
export const PushResult = z.enum(['stored', 'duplicate', 'conflict', 'quarantined'])
export type PushResult = z.infer<typeof PushResult>

export const PushEntriesAnswer = z.object({
  results: z.array(z.object({ entryId: EntryId, n: z.int(), result: PushResult })),
  /** Highest n such that the server holds 1..n of this device; conflict and quarantine count. */
  deviceHead: z.int().check(z.nonnegative()),
  /** Highest n of `taken` such that it and all below it in `taken` are held; 0 when there is none. */
  commonHead: z.int().check(z.nonnegative()),
  /** Highest n that a verified backup covers; null while there is no backup. */
  durable: z.nullable(z.int()),
  /** Set when the device's numbers are taken by other entries: it goes on under a new id from n = 1. */
  forked: z.boolean(),
  /** What a person should know afterwards, as entries that were quarantined when they were opened. */
  notices: z.array(
    z.object({
      /** Server milliseconds, made unique: a restored server does not give the same one twice. */
      cursor: z.int(),
      deviceId: DeviceId,
      entryId: EntryId,
      kind: z.enum(['quarantined', 'applied']),
      reason: z.nullable(z.string()),
    }),
  ),
  serverTime: Instant,
})
export type PushEntriesAnswer = z.infer<typeof PushEntriesAnswer>
