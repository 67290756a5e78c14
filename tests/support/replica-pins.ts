import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import { isBelow } from '#domain/trust/stream-head.ts'
import { type StreamPin, higherHead } from '#domain/trust/stream-pin.ts'
import { type KeptPin, type ReplicaDisk, type ShownStream, chunkHash } from './replica-disk.ts'

/** The employee who is unlocked, and what lies under her own key. */
export type Reader = {
  employee: EmployeeId
  /** The thumbprint of the key that opens her copies. */
  keyId: KeyId
  municipality: MunicipalityId
  deviceId: DeviceId
  formerDeviceIds: readonly DeviceId[]
  /** As she has pinned it. */
  keySet: KeySet
}

const nothingKept: KeptPin = { pin: null, reset: null }

/** What the worker knows while it lives: pins that are not saved yet, and what it found to be forged. */
export type ReaderSession = {
  kept: Map<EmployeeId, Map<StreamId, KeptPin>>
  unverified: Set<ShownStream>
  signedHeads: Set<string>
}

export function newSession(): ReaderSession {
  return { kept: new Map(), unverified: new Set(), signedHeads: new Set() }
}

export function keptOf(
  disk: ReplicaDisk,
  session: ReaderSession,
  { employee }: Reader,
  stream: StreamId,
): KeptPin {
  return (
    session.kept.get(employee)?.get(stream) ?? disk.pins.get(employee)?.get(stream) ?? nothingKept
  )
}

export function keep(
  session: ReaderSession,
  { employee }: Reader,
  stream: StreamId,
  kept: KeptPin,
): void {
  const all = session.kept.get(employee) ?? new Map<StreamId, KeptPin>()
  all.set(stream, kept)
  session.kept.set(employee, all)
}

/** Pins what was verified, unless something higher is pinned. */
export function pinFor(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
  pin: StreamPin,
): void {
  const { pin: before, reset } = keptOf(disk, session, reader, stream)
  if (before !== null && isBelow(pin.head.head, before.head.head)) return
  keep(session, reader, stream, { pin, reset })
}

/** Chunks that the commit verified are pinned; of all others only what was pinned before. Null touches all. */
export function pinCommit(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  shown: ShownStream,
  touched: ReadonlySet<number> | null,
): void {
  const { gen: generation, replica } = shown
  const { stream, head } = replica
  const { pin } = keptOf(disk, session, reader, stream)
  const before = pin?.generation === generation ? pin.chunks : new Map<number, string>()
  const chunks = new Map<number, string>()
  for (const [bucket, chunk] of shown.chunks.entries()) {
    const hash = chunkHash(chunk)
    if (touched === null || touched.has(bucket) || before.get(bucket) === hash) {
      chunks.set(bucket, hash)
    }
  }
  pinFor(disk, session, reader, stream, { head, generation, chunks })
}

export function savePins(disk: ReplicaDisk, session: ReaderSession): void {
  for (const [employee, kept] of session.kept) {
    const saved = new Map(disk.pins.get(employee))
    for (const [stream, one] of kept) saved.set(stream, mergedPin(saved.get(stream), one))
    disk.pins.set(employee, saved)
  }
  session.kept.clear()
}

/** Another page of the app may have pinned something higher meanwhile. */
function mergedPin(saved: KeptPin | undefined, kept: KeptPin): KeptPin {
  if (saved === undefined) return kept
  const reset =
    saved.reset === null || kept.reset === null
      ? (saved.reset ?? kept.reset)
      : higherHead(kept.reset, saved.reset)
  const { pin } =
    saved.pin !== null && (kept.pin === null || isBelow(kept.pin.head.head, saved.pin.head.head))
      ? saved
      : kept
  return { pin, reset }
}
