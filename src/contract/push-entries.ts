import * as z from 'zod/mini'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { Credential, Signature } from '#domain/entries/credential.ts'
import { SealedEntry } from '#domain/entries/entry.ts'
import type { Hasher } from '#domain/base/hasher.ts'
import { DeviceId, EntryId } from '#domain/base/ids.ts'
import { Instant } from '#domain/time/instant.ts'
import { ClosedEmployee } from '#domain/vault/closed-employee.ts'
import { protocolVersion } from './protocol.ts'

export const maxPushedEntries = 100
export const maxPushedBytes = 512 * 1024

/** Sealed entries from one device. It needs no session: the device's signature is enough. */
export const PushEntries = z.object({
  protocol: z.literal(protocolVersion),
  device: Credential,
  /** The credentials of the authors of `entries`. */
  authors: z.array(Credential).check(z.maxLength(maxPushedEntries)),
  entries: z.array(SealedEntry).check(z.maxLength(maxPushedEntries)),
  /**
   * Landmarks (`domain/entries/landmarks.ts`) of the entries that the server has acknowledged, the
   * highest n first, each with its `entryHash`: a clone has the same numbers.
   */
  taken: z
    .array(
      z.object({
        n: z.int().check(z.positive()),
        hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .check(z.maxLength(64)),
  /** The last notice that the device has; when the server does not know it, it sends all notices. */
  noticesAfter: z.int().check(z.nonnegative()),
  sentAt: Instant,
  /** ES256 by the device's key over `pushBytes` of this message. */
  signature: Signature,
})
export type PushEntries = z.infer<typeof PushEntries>

/** Returns the bytes that the device signs: the whole message, with each entry replaced by its signature. */
export function pushBytes(
  push: Omit<PushEntries, 'signature'>,
  hasher: Hasher,
): Uint8Array<ArrayBuffer> {
  const { protocol, device, authors, entries, taken, noticesAfter, sentAt } = push
  const signatures = entries.map(({ deviceSignature }) => deviceSignature)
  return hasher.utf8(
    canonicalJson({
      kind: 'push',
      v: 1,
      municipality: device.subject.municipality,
      world: '*',
      protocol,
      device,
      authors,
      signatures,
      taken,
      noticesAfter,
      sentAt,
    }),
  )
}

/**
 * stored: received now. duplicate: received before, with the same bytes. conflict: another entry has
 * its id or its number; both are kept. quarantined: kept for a person to look at, because a
 * signature, a credential or the chain is not valid.
 */
export const PushResult = z.enum(['stored', 'duplicate', 'conflict', 'quarantined'])
export type PushResult = z.infer<typeof PushResult>

export const PushEntriesAnswer = z.object({
  /** Of the entries that were pushed; and, among those that `taken` stands for, the conflicts, each time. */
  results: z.array(z.object({ entryId: EntryId, n: z.int(), result: PushResult })),
  /** Highest n such that the server holds 1..n of this device; conflict and quarantine count. */
  deviceHead: z.int().check(z.nonnegative()),
  /** Highest n of `taken` such that no entry of the line below it is known to be missing; 0 when there is none. */
  commonHead: z.int().check(z.nonnegative()),
  /**
   * Highest n that a verified backup covers, of what `taken` stands for: under its own number a backup may have a clone's
   * entry. Null while there is no backup.
   */
  durable: z.nullable(z.int()),
  /** True when other entries have the device's numbers: the device continues with a new id from n = 1. */
  forked: z.boolean(),
  /**
   * What happened to entries afterwards: their effect, a quarantine when an entry was opened, or that a leader decides
   * (`held`) and what she decided.
   */
  notices: z.array(
    z.object({
      /** The server's milliseconds, made unique, so that no cursor is used again after a restore. */
      cursor: z.int(),
      deviceId: DeviceId,
      entryId: EntryId,
      kind: z.enum(['quarantined', 'applied', 'held', 'taken', 'rejected']),
      reason: z.nullable(z.string()),
    }),
  ),
  /**
   * Who of the device's employees has no access any more: their keys on it are destroyed. Left out by an older server. Known to
   * be the server's word, as the whole answer is.
   */
  closed: z.optional(z.array(ClosedEmployee).check(z.maxLength(64))),
  serverTime: Instant,
})
export type PushEntriesAnswer = z.infer<typeof PushEntriesAnswer>
