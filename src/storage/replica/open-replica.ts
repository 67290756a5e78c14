import type { StreamDocument } from '#domain/streams/stream-document.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { type OpenedChunk as JudgedChunk, holdsWhatWasSigned } from '#domain/trust/judge-replica.ts'
import { type PinnedChunks, arePinned, pinnedChunksOf } from '#domain/trust/stream-pin.ts'
import type { ReplicaRow } from '../databases/cache-database.ts'
import { isBelievedHead, pinHead } from '../trust/head-trust.ts'
import { findPin, setPin } from '../unlocked/pins.ts'
import type { OpenEmployee, StreamKey } from '../unlocked/unlocked-employee.ts'
import { documentsOf, openChunk, printOf } from './chunks.ts'
import type { ReplicaServices } from './replica-services.ts'
import { type SealedStream, versionOf } from './sealed-streams.ts'
import type { StreamTrust } from './stream-reading.ts'

export type OpenedReplica = {
  row: ReplicaRow
  documents: StreamDocument[]
  /** Chunks that are missing or did not open. */
  damagedParts: number
  /** All that opened is what the server has signed. */
  isSound: boolean
}

type OpenedChunk = JudgedChunk & { print: string }

type Services = Pick<ReplicaServices, 'tools' | 'parts'>

/**
 * Opens a stream and verifies it. A chunk that the employee has pinned was verified before; of every other one each
 * body is hashed, and all leaves are compared with those that the signed root is made of. What is sound is pinned.
 */
export async function openReplica(
  employee: OpenEmployee,
  sealed: SealedStream,
  key: StreamKey,
  services: Services,
): Promise<OpenedReplica> {
  const { pins } = employee
  const { row } = sealed
  const pinned = pinnedOf(employee, row, key)
  const [opened, isSigned] = await Promise.all([
    openChunks(sealed, key, pinned),
    isBelievedHead(employee, row.head, row.id, services.tools),
  ])
  const damagedParts = row.buckets - opened.length
  const isKnown = pinned?.root === row.head.head.root && opened.every((chunk) => chunk.isPinned)
  const isSound = isSigned && (isKnown || (await isVerified(row, opened, services)))
  if (isSound && damagedParts === 0) {
    if (!isKnown) pinChunks(employee, row, key, printsOf(opened, row))
    // When her pins are gone, what lies there may be older than what she had: only sync pins it as the newest.
    const isOlder = services.parts.isOlder(row.head.head, pins, row.id)
    if (!isOlder) pinHead(employee, row.id, row.head)
  }
  pins.opened.set(row.id, { version: versionOf(row), isSound })
  return { row, documents: opened.flatMap(({ documents }) => documents), damagedParts, isSound }
}

/** What the employee may believe of a stream that was opened. */
export function trustIn(
  { pins }: OpenEmployee,
  { row, isSound }: Pick<OpenedReplica, 'row' | 'isSound'>,
  { parts }: Pick<ReplicaServices, 'parts'>,
): StreamTrust {
  if (!isSound) return 'unverified'
  return parts.isOlder(row.head.head, pins, row.id) ? 'older' : 'verified'
}

/** The pinned chunks of exactly the generation that is shown; null when she has pinned another one, or none. */
export function pinnedOf(
  { pins }: OpenEmployee,
  { id, gen, buckets }: ReplicaRow,
  { print: key }: StreamKey,
): PinnedChunks | null {
  return pinnedChunksOf(findPin(pins, id), { gen, key, buckets })
}

/** True when every chunk of the generation is known to hold what the signed head says. */
export function isPinned(employee: OpenEmployee, row: ReplicaRow, key: StreamKey): boolean {
  return arePinned(pinnedOf(employee, row, key), row.head.head.root)
}

export function pinChunks(
  { pins }: OpenEmployee,
  { id, gen, head }: Pick<ReplicaRow, 'id' | 'gen' | 'head'>,
  { print }: StreamKey,
  prints: readonly (string | null)[],
): void {
  const chunks = { gen, key: print, root: head.head.root, prints: [...prints] }
  setPin(pins, id, { ...findPin(pins, id), chunks })
}

/** The stream is opened and verified before it is believed again. */
export function unpinChunks({ pins }: OpenEmployee, stream: StreamId): void {
  setPin(pins, stream, { ...findPin(pins, stream), chunks: null })
}

async function openChunks(
  { row: { buckets }, chunks, prints }: SealedStream,
  key: StreamKey,
  pinned: PinnedChunks | null,
): Promise<OpenedChunk[]> {
  const opened = await Promise.all(
    chunks
      .filter(({ bucket }) => bucket >= 0 && bucket < buckets)
      .map(async (chunk) => {
        const { bucket, sealed } = chunk
        const [print, plain] = await Promise.all([
          prints?.get(bucket) ?? printOf(sealed),
          openChunk(key.key, chunk, sealed),
        ])
        const isPinned = pinned?.prints[bucket] === print
        const documents = documentsOf(plain, isPinned ? 'pinned' : 'unknown')
        return documents === null ? [] : [{ bucket, print, isPinned, documents }]
      }),
  )
  return opened.flat()
}

async function isVerified(
  { head, leaves, buckets }: ReplicaRow,
  opened: readonly OpenedChunk[],
  { tools: { hasher }, parts }: Services,
): Promise<boolean> {
  if (!parts.checksDocuments) return true
  return holdsWhatWasSigned({ root: head.head.root, leaves, buckets }, opened, hasher)
}

function printsOf(opened: readonly OpenedChunk[], { buckets }: ReplicaRow): string[] {
  const prints = Array.from({ length: buckets }, () => '')
  for (const { bucket, print } of opened) prints[bucket] = print
  return prints
}
