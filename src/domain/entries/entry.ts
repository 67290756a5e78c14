import * as z from 'zod/mini'
import { Base64Url, base64UrlLength } from '../base/base64url.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import { type Hasher, hashText } from '../base/hasher.ts'
import { Signature } from './credential.ts'
import { Hlc } from '../time/hlc.ts'
import { DeviceId, EntryId, IncidentId, KeyId, MunicipalityId, ZoneId } from '../base/ids.ts'
import { Instant } from '../time/instant.ts'
import { World } from '../base/world.ts'
import { FormReference } from '../forms/form-reference.ts'

/** A SHA-256, hexadecimal. */
export const EntryHash = z.string().check(z.regex(/^[0-9a-f]{64}$/))

/** The largest entry that is sealed, counted in bytes of its canonical content. */
export const largestEntryBytes = 256 * 1024

/** The tag that sealing adds to the content. */
const sealingTagBytes = 16
/** The largest `sealed`, in characters of base64url. */
export const maxSealedLength = base64UrlLength(largestEntryBytes + sealingTagBytes)
/** A point of P-256: uncompressed, 65 bytes. */
const EncapsulatedKey = Base64Url.check(z.maxLength(base64UrlLength(65)))

/** What may be known about an entry without opening it. The sealing authenticates it (aad). */
export const EntryContext = z.object({
  kind: z.literal('entry'),
  v: z.literal(1),
  entryId: EntryId,
  deviceId: DeviceId,
  /** Gapless from 1 on each device. */
  n: z.int().check(z.positive()),
  /** `entryHash` of entry n-1 of the same device; 64 zeros for the first. */
  prevHash: EntryHash,
  form: FormReference,
  municipality: MunicipalityId,
  world: World,
  /** Null for what belongs to the whole municipality. */
  zone: z.nullable(ZoneId),
  /** The incident during which it was written; null outside of one. */
  incident: z.nullable(IncidentId),
  /**
   * The entry that this one repeats for a server that has lost the key which the other is sealed to: the two
   * have one effect. Null for every other entry.
   */
  reseals: z.nullable(EntryId),
  capturedAt: Instant,
  /** The device's offset from UTC when the entry was captured. */
  capturedOffsetMinutes: z.int(),
  hlc: Hlc,
  /** Null only for what the device itself reports, such as failed unlocks and wipe receipts. */
  authorKeyId: z.nullable(KeyId),
  /** The server key that the content is sealed to. */
  serverKeyId: KeyId,
})
export type EntryContext = z.infer<typeof EntryContext>

/** What author and device sign. */
export const EntryHeader = z.extend(EntryContext, {
  /** SHA-256 of encapsulated key and sealed bytes, hexadecimal (`sealedHash` in `sealing.ts`). */
  sealedHash: EntryHash,
})
export type EntryHeader = z.infer<typeof EntryHeader>

/** An entry as it is stored in the outbox, sent, and stored in the inbox: always the same bytes. */
export const SealedEntry = z.object({
  header: EntryHeader,
  /** HPKE encapsulated key and ciphertext of the content's canonical JSON. */
  encapsulatedKey: EncapsulatedKey,
  sealed: Base64Url.check(z.maxLength(maxSealedLength)),
  /** ES256 by the author's key over the header's canonical JSON; null as `authorKeyId` is. */
  authorSignature: z.nullable(Signature),
  /** ES256 by the device's key over the same. */
  deviceSignature: Signature,
})
export type SealedEntry = z.infer<typeof SealedEntry>

export const noPreviousHash = '0'.repeat(64)

/** The hash that the device's next entry has as its `prevHash`. */
export function entryHash(header: EntryHeader, hasher: Hasher): Promise<string> {
  return hashText(canonicalJson(header), hasher)
}

/** The bytes that the sealing authenticates in addition to the content. */
export function contextBytes(context: EntryContext, hasher: Hasher): Uint8Array<ArrayBuffer> {
  return hasher.utf8(canonicalJson(EntryContext.parse(context)))
}

/** The bytes that author and device sign. */
export function headerBytes(header: EntryHeader, hasher: Hasher): Uint8Array<ArrayBuffer> {
  return hasher.utf8(canonicalJson(EntryHeader.parse(header)))
}
