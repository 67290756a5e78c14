import type { DeviceId, EmployeeId, KeyId, MunicipalityId } from '#domain/base/ids.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import type { KeySet } from '#domain/trust/key-set.ts'
import type { SignedHead } from '#domain/trust/stream-head.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import {
  type MadeGeneration,
  type StreamPin,
  findMade,
  joinPins,
  noPin,
  withHead,
  withMade,
} from '#domain/trust/stream-pin.ts'
import { type ReplicaDisk, type ShownStream, chunkHash } from './replica-disk.ts'

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

/** What the worker knows while it lives: pins that are not saved yet, and heads whose signature it has verified. */
export type ReaderSession = {
  /** By her own key: who has enrolled anew has none. */
  pins: Map<KeyId, { employee: EmployeeId; pins: Map<StreamId, StreamPin> }>
  /** By stream and key set. A head is replaced whole and never changed. */
  signedHeads: WeakMap<SignedHead, Set<string>>
  /** By key and stream: who has it, as the server listed it last. */
  listed: Map<string, readonly StreamHolder[]>
  /** What she opened and found to be forged or damaged. */
  unsound: Set<ShownStream>
}

export function newSession(): ReaderSession {
  return { pins: new Map(), signedHeads: new WeakMap(), listed: new Map(), unsound: new Set() }
}

export function pinOf(
  disk: ReplicaDisk,
  session: ReaderSession,
  { employee, keyId }: Reader,
  stream: StreamId,
): StreamPin {
  const known = session.pins.get(keyId)?.pins.get(stream)
  return known ?? disk.pins.get(employee)?.get(stream) ?? noPin
}

export function setPin(
  session: ReaderSession,
  { employee, keyId }: Reader,
  stream: StreamId,
  pin: StreamPin,
): void {
  const all = session.pins.get(keyId) ?? { employee, pins: new Map<StreamId, StreamPin>() }
  all.pins.set(stream, pin)
  session.pins.set(keyId, all)
}

/** A page knows her pins from when it first reads them, and those of other pages from when it saves its own. */
export function loadPin(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
): StreamPin {
  const pin = pinOf(disk, session, reader, stream)
  setPin(session, reader, stream, pin)
  return pin
}

/** Pins the prints of a generation that was verified or sealed, and its head unless `keepsHead`. */
export function pinChunks(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  { gen, replica }: Pick<ShownStream, 'gen' | 'replica'>,
  { key, prints }: { key: string; prints: readonly (string | null)[] },
): void {
  const { stream, head } = replica
  const chunks = { gen, key, root: head.head.root, prints: [...prints] }
  setPin(session, reader, stream, { ...pinOf(disk, session, reader, stream), chunks })
}

export function pinHead(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  { stream, head }: ShownStream['replica'],
): void {
  setPin(session, reader, stream, withHead(pinOf(disk, session, reader, stream), head))
}

/** What she knows of a generation, here or by what another page has stored. */
export function findKnownMade(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  { stream, gen, key }: { stream: StreamId; gen: number; key: string },
): MadeGeneration | null {
  const known = findMade(pinOf(disk, session, reader, stream), { gen, key })
  if (known !== null) return known
  joinStored(disk, session, reader, stream)
  return findMade(pinOf(disk, session, reader, stream), { gen, key })
}

/** Learns what another page has stored. */
export function joinStored(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  stream: StreamId,
): void {
  const stored = disk.pins.get(reader.employee)?.get(stream)
  if (stored === undefined) return
  setPin(session, reader, stream, joinPins(pinOf(disk, session, reader, stream), stored))
}

/** Notes under her own key that she made a generation, and who got its key. */
export function rememberMade(
  disk: ReplicaDisk,
  session: ReaderSession,
  reader: Reader,
  { stream, gen, key }: { stream: StreamId; gen: number; key: string },
  recipients: readonly StreamHolder[],
): void {
  const to = recipients.filter(({ employee }) => employee !== reader.employee)
  const pin = pinOf(disk, session, reader, stream)
  setPin(session, reader, stream, withMade(pin, { gen, key, to }))
}

export function printsOf({ chunks }: Pick<ShownStream, 'chunks'>): string[] {
  return chunks.map(chunkHash)
}

/** Another page of the app may have pinned something higher meanwhile. */
export function savePins(
  disk: ReplicaDisk,
  session: ReaderSession,
  { employee, keyId }: Reader,
): void {
  const mine = session.pins.get(keyId)?.pins ?? new Map<StreamId, StreamPin>()
  const saved = new Map(disk.pins.get(employee))
  for (const [stream, pin] of mine) {
    const before = saved.get(stream)
    const joined = before === undefined ? pin : joinPins(pin, before)
    saved.set(stream, joined)
    mine.set(stream, joined)
  }
  disk.pins.set(employee, saved)
}
