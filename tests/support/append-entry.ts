import type { FormReference } from '#domain/forms/form-reference.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { EntryContext, contextBytes, entryHash, headerBytes } from '#domain/entries/entry.ts'
import type { Author, EntryContent } from '#domain/entries/entry-content.ts'
import { nextHlc } from '#domain/time/hlc.ts'
import type { EntryId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import { sealedHash } from '#domain/entries/sealing.ts'
import { type OutboxDisk, appendRow, nextPlace } from './memory-outbox-store.ts'
import type { TestCrypto } from './test-crypto.ts'

export type EntryToWrite = {
  entryId: EntryId
  municipality: MunicipalityId
  zone: ZoneId | null
  form: FormReference
  /** The entry that this one repeats. */
  reseals?: EntryId
  now: Instant
  content(author: Author, n: number): EntryContent
}

/** Seals, signs and stores an entry in an outbox in memory, as the entry repository does on a device. */
export async function appendEntry(
  disk: OutboxDisk,
  crypto: TestCrypto,
  wanted: EntryToWrite,
): Promise<EntryContent> {
  const { entryId, municipality, zone, form, now } = wanted
  const { hasher } = crypto
  for (;;) {
    const { line, n, prevHash } = nextPlace(disk)
    const { employeeId, keyId } = line.author
    const content = wanted.content({ employeeId, name: 'Kari', title: null, hprNumber: null }, n)
    const context: EntryContext = {
      kind: 'entry',
      v: 1,
      entryId,
      deviceId: line.deviceId,
      n,
      prevHash,
      form,
      municipality,
      world: 'real',
      zone,
      incident: null,
      reseals: wanted.reseals ?? null,
      capturedAt: now,
      capturedOffsetMinutes: 60,
      hlc: nextHlc(null, millisecondsFromInstant(now)),
      authorKeyId: keyId,
      serverKeyId: crypto.serverKeyId,
    }
    const sealed = await crypto.seal(canonicalJson(content), contextBytes(context, hasher))
    const header = { ...context, sealedHash: await sealedHash(sealed, hasher) }
    const bytes = headerBytes(header, hasher)
    const entry = {
      header,
      ...sealed,
      authorSignature: await line.key.sign(bytes),
      deviceSignature: await line.key.sign(bytes),
    }
    const row = { entry, entryHash: await entryHash(header, hasher), state: 'sealed' as const }
    // Another page, or the end of the device id, may have taken the number meanwhile.
    if (appendRow(disk, row)) return content
  }
}
