import type { FormReference } from '#domain/forms/form-reference.ts'
import { canonicalJson } from '#domain/base/canonical-json.ts'
import { EntryContext, contextBytes, entryHash, headerBytes } from '#domain/entries/entry.ts'
import type { Author } from '#domain/base/author.ts'
import type { EntryContent } from '#domain/entries/entry-content.ts'
import { type Hlc, nextHlc } from '#domain/time/hlc.ts'
import type { EntryId, IncidentId, MunicipalityId, ZoneId } from '#domain/base/ids.ts'
import { type Instant, millisecondsFromInstant } from '#domain/time/instant.ts'
import { sealedHash } from '#domain/entries/sealing.ts'
import { type OutboxDisk, appendRow, nextPlace } from './memory-outbox-store.ts'
import type { TestCrypto } from './test-crypto.ts'

export type EntryToWrite = {
  entryId: EntryId
  municipality: MunicipalityId
  zone: ZoneId | null
  form: FormReference
  /** The incident that a fact names. */
  incident?: IncidentId | null
  /** The entry that this one repeats. */
  reseals?: EntryId | null
  now: Instant
  /** Made from `now` when it is left out. */
  hlc?: Hlc
  content(author: Author, n: number): EntryContent
}

type AppendCrypto = Pick<TestCrypto, 'hasher' | 'seal' | 'serverKeyId'>

/** Seals, signs and stores an entry in an outbox in memory, as the entry repository does on a device. */
export async function appendEntry(
  disk: OutboxDisk,
  crypto: AppendCrypto,
  { entryId, municipality, zone, form, now, content: contentAt, ...named }: EntryToWrite,
): Promise<EntryContent> {
  const about = {
    entryId,
    municipality,
    zone,
    form,
    incident: named.incident ?? null,
    reseals: named.reseals ?? null,
    capturedAt: now,
    capturedOffsetMinutes: 60,
    hlc: named.hlc ?? nextHlc(null, millisecondsFromInstant(now)),
  }
  for (;;) {
    const { line, n } = nextPlace(disk)
    const { employeeId } = line.author
    const content = contentAt({ employeeId, name: 'Kari', title: null, hprNumber: null }, n)
    if (await appendOnce(disk, crypto, { ...about, content })) return content
  }
}

type Unplaced = Pick<
  EntryContext,
  | 'entryId'
  | 'municipality'
  | 'zone'
  | 'form'
  | 'incident'
  | 'reseals'
  | 'capturedAt'
  | 'capturedOffsetMinutes'
  | 'hlc'
> & { content: EntryContent }

/** Stores a repetition of an entry, unless the line has one for the same key, wherever its place in the line turns out to be. */
export async function appendSealed(
  disk: OutboxDisk,
  crypto: AppendCrypto,
  entry: Unplaced,
): Promise<void> {
  const isRepeated = (): boolean =>
    entry.reseals !== null &&
    nextPlace(disk).line.rows.some(
      ({ entry: { header } }) =>
        header.reseals === entry.reseals && header.serverKeyId === crypto.serverKeyId,
    )
  // Another page may repeat the same entry meanwhile; then the place that this one was made for is taken.
  while (!isRepeated() && !(await appendOnce(disk, crypto, entry)));
}

async function appendOnce(
  disk: OutboxDisk,
  crypto: AppendCrypto,
  { content, ...about }: Unplaced,
): Promise<boolean> {
  const { hasher } = crypto
  const { line, n, prevHash } = nextPlace(disk)
  const context: EntryContext = EntryContext.parse({
    ...about,
    kind: 'entry',
    v: 1,
    world: 'real',
    deviceId: line.deviceId,
    n,
    prevHash,
    authorKeyId: line.author.keyId,
    serverKeyId: crypto.serverKeyId,
  })
  const sealed = await crypto.seal(canonicalJson(content), contextBytes(context, hasher))
  const header = { ...context, sealedHash: await sealedHash(sealed, hasher) }
  const bytes = headerBytes(header, hasher)
  const entry = {
    header,
    ...sealed,
    authorSignature: await line.key.sign(bytes),
    deviceSignature: await line.key.sign(bytes),
  }
  const state = 'sealed' as const
  // Another page, or the end of the device id, may have taken the number meanwhile.
  return appendRow(disk, {
    entry,
    entryHash: await entryHash(header, hasher),
    state,
    own: content,
  })
}
