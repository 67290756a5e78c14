import type { DeviceId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type RecipientGround, isRecipient } from '#domain/trust/recipients.ts'
import type { HeldStream, StreamHolder } from '#domain/trust/stream-holders.ts'
import type { TrustTools } from '#domain/trust/signatures.ts'
import { arePinned, isHersAlone, pinnedChunksOf } from '#domain/trust/stream-pin.ts'
import {
  type EnrolledRecipient,
  type KeyCopy,
  type ReplicaDisk,
  type ShownStream,
  chunkHash,
} from './replica-disk.ts'
import {
  type Reader,
  type ReaderSession,
  findKnownMade,
  pinChunks,
  pinOf,
  rememberMade,
  savePins,
} from './replica-pins.ts'
import { type ReaderTools, findKey } from './replica-reader.ts'

export const sharingAblations = [
  'listedHolders',
  'certifiedKey',
  'newGeneration',
  'generationMaker',
] as const

export type SharingOptions = {
  tools: ReaderTools
  newSecret(): string
  onSealed?: (copies: readonly KeyCopy[]) => void
  /** Mechanisms that the simulation leaves out. */
  without?: (typeof sharingAblations)[number] | null
}

/** The copies of a key for those who get one: listed by the server, and certified on this device. */
export async function copiesFor(
  disk: ReplicaDisk,
  reader: Reader,
  holders: readonly StreamHolder[],
  about: Pick<KeyCopy, 'stream' | 'gen' | 'key'>,
  { tools, without = null }: SharingOptions,
): Promise<KeyCopy[]> {
  const { municipality, keySet, deviceId, formerDeviceIds } = reader
  const isOwn = (id: DeviceId) => Promise.resolve(id === deviceId || formerDeviceIds.includes(id))
  const { without: _, ...trustTools } = tools
  const asRows = disk.enrolled.map(({ employee, recipient }) => {
    return { employee, keyId: recipient.subject.keyId }
  })
  const wanted =
    without === 'listedHolders'
      ? asRows
      : without === 'certifiedKey'
        ? asRows.filter(({ employee }) => holders.some((holder) => holder.employee === employee))
        : holders
  const found =
    without === 'certifiedKey'
      ? wanted
      : await recipientsAmong(wanted, disk.enrolled, { municipality, keySet, isOwn }, trustTools)
  return found.map(({ employee, keyId }) => ({ ...about, employee, sealedTo: keyId }))
}

/** `shareKeys` of `ReplicaStore`, in one step. */
export async function shareMemoryKeys(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  held: { mine: readonly HeldStream[]; colleagues: readonly HeldStream[] },
  options: SharingOptions,
): Promise<StreamId[]> {
  const { cache } = disk
  const mine = new Map(held.mine.map(({ stream, holders }) => [stream, holders]))
  const others = new Map(held.colleagues.map(({ stream, holders }) => [stream, holders]))
  const lost: StreamId[] = []
  const streams = new Set([
    ...cache.shown.keys(),
    ...cache.staged.keys(),
    ...cache.copies.map(({ stream }) => stream),
  ])
  for (const [stream, holders] of mine) {
    session.listed.set(`${reader.keyId}/${stream}`, holders)
  }
  for (const stream of streams) {
    const holders = mine.get(stream)
    if (holders === undefined) {
      if (leave(disk, reader, stream, others.get(stream) ?? [])) lost.push(stream)
      continue
    }
    await shareStaged(disk, session, reader, stream, holders, options)
    await shareShown(disk, session, reader, stream, holders, options)
  }
  return lost
}

/** Of a stream that she lacks herself, copies of others who lack it are deleted; it goes when nobody has it. */
function leave(
  { cache }: ReplicaDisk,
  { employee }: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
): boolean {
  const hadIt = cache.copies.some((copy) => copy.stream === stream && copy.employee === employee)
  cache.copies = cache.copies.filter((copy) => copy.stream !== stream || isListed(copy, holders))
  const isLeft = cache.copies.some((copy) => copy.stream === stream)
  if (!isLeft && holders.length === 0) {
    cache.shown.delete(stream)
    cache.staged.delete(stream)
  }
  return hadIt || (!isLeft && holders.length === 0)
}

/** A build of hers goes on unless somebody has its key who is not listed any more. */
async function shareStaged(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
  options: SharingOptions,
): Promise<void> {
  const { cache } = disk
  const staged = cache.staged.get(stream)
  if (staged === undefined || staged.staging.kind === 'delta') return
  if (options.without === 'newGeneration' || options.without === 'generationMaker') return
  const { gen, key } = staged
  const copies = cache.copies.filter((copy) => copy.stream === stream && copy.gen === gen)
  const made = findKnownMade(disk, session, reader, { stream, gen, key })
  const isClean = copies.every((copy) => isListed(copy, holders))
  const isAnothers = staged.employee !== reader.employee
  if (isClean && (isAnothers || isHersAlone(made, holders))) return
  cache.staged.delete(stream)
  cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen !== gen)
}

/** Every listed holder gets a copy of a generation that is hers alone; of any other she makes one of her own first. */
async function shareShown(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
  options: SharingOptions,
): Promise<void> {
  const { cache } = disk
  const { without = null } = options
  const shown = cache.shown.get(stream)
  if (shown === undefined) return
  const { gen } = shown
  const key = findKey(disk, reader, stream, gen)
  if (key === null) {
    // A stream that she cannot open is built anew, for those who are listed.
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream || isListed(copy, holders))
    return
  }
  const made = findKnownMade(disk, session, reader, { stream, gen, key })
  const copies = cache.copies.filter((copy) => copy.stream === stream && copy.gen === gen)
  const areListed = copies.every((copy) => isListed(copy, holders))
  const isClean =
    without === 'generationMaker' ? areListed : areListed && isHersAlone(made, holders)
  const isKept = isClean || without === 'newGeneration'
  const fresh = isKept ? key : options.newSecret()
  const next = isKept ? shown : renewed(shown, { key, fresh }, options)
  const about = { stream, gen: next.gen, key: fresh }
  const added = await copiesFor(disk, reader, holders, about, options)
  if (cache.shown.get(stream) !== shown) return
  if (next !== shown) {
    cache.shown.set(stream, next)
    if (session.unsound.has(shown)) session.unsound.add(next)
    cache.staged.delete(stream)
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream)
    pinRenewed(disk, session, reader, { shown, key, next, fresh })
  } else if (without === 'newGeneration') {
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream || isListed(copy, holders))
  }
  const all = withMe(reader, added, about)
  rememberMade(
    disk,
    session,
    reader,
    about,
    all.map(({ employee, sealedTo }) => ({ employee, keyId: sealedTo })),
  )
  // A fresh key that is forgotten again is written to by nobody; who gets one that is shown must never be forgotten.
  if (next === shown) savePins(disk, session, reader)
  addMissing(disk, all, options)
}

/** The server has listed the stream as hers; her own copy needs no credential, for she has the key. */
export function withMe(
  { employee, keyId }: Reader,
  copies: readonly KeyCopy[],
  about: Pick<KeyCopy, 'stream' | 'gen' | 'key'>,
): KeyCopy[] {
  const others = copies.filter((copy) => copy.employee !== employee)
  return [...others, { ...about, employee, sealedTo: keyId }]
}

/** The same documents under a new key, as far as they open. It is a new rev: a delta that was begun before is lost. */
function renewed(
  shown: ShownStream,
  { key, fresh }: { key: string; fresh: string },
  { newSecret }: SharingOptions,
): ShownStream {
  const { replica } = shown
  return {
    ...shown,
    replica: { ...replica, rev: replica.rev + 1, generation: replica.generation + 1 },
    gen: shown.gen + 1,
    chunks: shown.chunks.map((chunk) =>
      chunk.key === key ? { ...chunk, key: fresh, nonce: newSecret() } : chunk,
    ),
  }
}

/** What she had pinned is pinned as it is sealed now; nothing else is. */
function pinRenewed(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  {
    shown,
    key,
    next,
    fresh,
  }: { shown: ShownStream; key: string; next: ShownStream; fresh: string },
): void {
  const { gen, chunks, replica } = shown
  const about = { gen, key, buckets: chunks.length }
  const pinned = pinnedChunksOf(pinOf(disk, session, reader, replica.stream), about)
  const isSound = arePinned(pinned, replica.head.head.root)
  const prints = next.chunks.map((chunk, at) => {
    const before = chunks[at]
    const isKnown = isSound && before !== undefined && pinned.prints[at] === chunkHash(before)
    return isKnown ? chunkHash(chunk) : null
  })
  pinChunks(disk, session, reader, next, { key: fresh, prints })
}

function isListed(copy: KeyCopy, holders: readonly StreamHolder[]): boolean {
  return holders.some(
    ({ employee, keyId }) => employee === copy.employee && keyId === copy.sealedTo,
  )
}

function addMissing(
  { cache }: ReplicaDisk,
  copies: readonly KeyCopy[],
  { onSealed }: SharingOptions,
): void {
  const added = copies.filter(
    (copy) =>
      !cache.copies.some(
        (one) =>
          one.stream === copy.stream &&
          one.gen === copy.gen &&
          one.employee === copy.employee &&
          one.sealedTo === copy.sealedTo,
      ),
  )
  if (added.length === 0) return
  const isReplaced = (one: KeyCopy): boolean =>
    added.some(
      ({ stream, gen, employee }) =>
        stream === one.stream && gen === one.gen && employee === one.employee,
    )
  cache.copies = [...cache.copies.filter((one) => !isReplaced(one)), ...added]
  onSealed?.(added)
}

/** Of the holders that the server lists, those who get the stream's key on this device. */
async function recipientsAmong(
  holders: readonly StreamHolder[],
  enrolled: readonly EnrolledRecipient[],
  by: RecipientGround,
  tools: TrustTools,
): Promise<StreamHolder[]> {
  const found: StreamHolder[] = []
  for (const holder of holders) {
    // A planted row hides nobody: any row that names her listed key will do.
    const rows = enrolled.filter(({ employee }) => employee === holder.employee)
    for (const row of rows) {
      if (!(await isRecipient(holder, row.recipient, by, tools))) continue
      found.push(holder)
      break
    }
  }
  return found
}
