import type { DeviceId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { recipientsAmong } from '#domain/trust/recipients.ts'
import type { HeldStream, StreamHolder } from '#domain/trust/stream-holders.ts'
import type { KeyCopy, ReplicaDisk, ShownStream } from './replica-disk.ts'
import type { Reader, ReaderSession } from './replica-pins.ts'
import { type ReaderTools, findKey } from './replica-reader.ts'

export type SharingOptions = {
  tools: ReaderTools
  newSecret(): string
  onSealed?: (copies: readonly KeyCopy[]) => void
  /** Mechanisms that the simulation leaves out. */
  without?: 'listedHolders' | 'certifiedKey' | 'newGeneration' | null
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
  for (const stream of streams) {
    const holders = mine.get(stream)
    if (holders === undefined) {
      if (leave(disk, reader, stream, others.get(stream) ?? [])) lost.push(stream)
      continue
    }
    await shareStaged(disk, reader, stream, holders, options)
    await shareShown(disk, session, reader, stream, holders, options)
  }
  return lost
}

/** Of a stream that she lacks herself, copies of others who lack it are deleted; it goes when nobody has it. */
function leave(
  disk: ReplicaDisk,
  { employee }: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
): boolean {
  const { cache } = disk
  const hadIt = cache.copies.some((copy) => copy.stream === stream && copy.employee === employee)
  const isHeld = (copy: KeyCopy): boolean => isListed(copy, holders)
  const kept = cache.copies.filter((copy) => copy.stream !== stream || isHeld(copy))
  const isRemoved = kept.length < cache.copies.length
  cache.copies = kept
  const shown = cache.shown.get(stream)
  if (isRemoved && shown !== undefined) cache.shown.set(stream, { ...shown, mustRenew: true })
  const isLeft = kept.some((copy) => copy.stream === stream)
  if (!isLeft && holders.length === 0) {
    cache.shown.delete(stream)
    cache.staged.delete(stream)
  }
  return hadIt || (!isLeft && holders.length === 0)
}

async function shareStaged(
  disk: ReplicaDisk,
  reader: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
  options: SharingOptions,
): Promise<void> {
  const { cache } = disk
  const staged = cache.staged.get(stream)
  if (staged === undefined || staged.staging.kind === 'delta') return
  const { gen } = staged
  const key = findKey(disk, reader, stream, gen)
  const copies = cache.copies.filter((copy) => copy.stream === stream && copy.gen === gen)
  const isClean = copies.every((copy) => isListed(copy, holders))
  if (key !== null && isClean) {
    return addMissing(
      disk,
      await copiesFor(disk, reader, holders, { stream, gen, key }, options),
      options,
    )
  }
  if (options.without === 'newGeneration') return
  cache.staged.delete(stream)
  cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen !== gen)
}

async function shareShown(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  holders: readonly StreamHolder[],
  options: SharingOptions,
): Promise<void> {
  const { cache } = disk
  const shown = cache.shown.get(stream)
  if (shown === undefined) return
  const key = findKey(disk, reader, stream, shown.gen)
  // A stream that she cannot open is built anew, for those who are listed.
  if (key === null || shown.chunks.some((chunk) => chunk.key !== key)) return
  const copies = cache.copies.filter((copy) => copy.stream === stream && copy.gen === shown.gen)
  const isClean = !shown.mustRenew && copies.every((copy) => isListed(copy, holders))
  const next = isClean || options.without === 'newGeneration' ? shown : renewed(shown, options)
  const about = { stream, gen: next.gen, key: next === shown ? key : keyOf(next) }
  const added = await copiesFor(disk, reader, holders, about, options)
  if (cache.shown.get(stream) !== shown) return
  if (next !== shown) {
    cache.shown.set(stream, next)
    if (session.unverified.has(shown)) session.unverified.add(next)
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream || copy.gen !== shown.gen)
  } else if (options.without === 'newGeneration') {
    cache.copies = cache.copies.filter((copy) => copy.stream !== stream || isListed(copy, holders))
  }
  addMissing(disk, added, options)
}

/** The same documents under a new key. It is a new rev, so that a delta that was begun under the old key is lost. */
function renewed(shown: ShownStream, { newSecret }: SharingOptions): ShownStream {
  const key = newSecret()
  const { replica } = shown
  return {
    ...shown,
    replica: { ...replica, rev: replica.rev + 1, generation: replica.generation + 1 },
    gen: newSecret(),
    chunks: shown.chunks.map(({ documents }) => ({ key, nonce: newSecret(), documents })),
    mustRenew: false,
  }
}

function keyOf({ chunks }: ShownStream): string {
  const [first] = chunks
  if (first === undefined) throw new Error('A stream without buckets.')
  return first.key
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
    added.some(({ gen, employee }) => gen === one.gen && employee === one.employee)
  cache.copies = [...cache.copies.filter((one) => !isReplaced(one)), ...added]
  onSealed?.(added)
}
