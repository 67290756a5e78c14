import * as z from 'zod/mini'
import { StreamId } from '#domain/streams/stream.ts'
import { type HeadPlace, SignedHead, isBelow } from '#domain/trust/stream-head.ts'

/** The chunks of one generation that are known to hold what the server signed. */
const PinnedChunks = z.object({
  gen: z.int(),
  /** The print of the generation's key. */
  key: z.string(),
  /** The root of the documents in them. */
  root: z.string(),
  /** By bucket: the sealed chunk's print. Null: its documents have not been verified. */
  prints: z.array(z.nullable(z.string())),
})
export type PinnedChunks = z.infer<typeof PinnedChunks>

const StreamPin = z.object({
  /** The highest head that she has verified. */
  head: z.nullable(SignedHead),
  chunks: z.nullable(PinnedChunks),
  /** Up to here heads count no longer, by the word of the server that was restored. */
  reset: z.nullable(z.object({ epoch: z.int(), seq: z.int() })),
})
export type StreamPin = z.infer<typeof StreamPin>

export const noPin: StreamPin = { head: null, chunks: null, reset: null }

/** What is stored of an employee's pins. */
export const StoredPins = z.object({
  /**
   * Her pins were once gone: a stream that has none now may be older than what she had, until it is fetched again.
   */
  lost: z.boolean(),
  streams: z.record(z.string(), StreamPin),
})
export type StoredPins = z.infer<typeof StoredPins>

export const noPins: StoredPins = { lost: false, streams: {} }

/** An employee's pins while she is unlocked. */
export type Pins = {
  lost: boolean
  streams: Map<StreamId, StreamPin>
  /** Pins that are not on the disk yet. */
  changed: boolean
  /** Heads whose signature was verified since she unlocked, as canonical JSON. */
  heads: Set<string>
  /** What the newest reading of each stream came to. */
  opened: Map<StreamId, { version: string; isSound: boolean }>
}

export function pinsOf({ lost, streams }: StoredPins): Pins {
  return {
    lost,
    streams: new Map(Object.entries(streams).map(([stream, pin]) => [StreamId.parse(stream), pin])),
    changed: false,
    heads: new Set(),
    opened: new Map(),
  }
}

export function findPin(pins: Pins, stream: StreamId): StreamPin {
  return pins.streams.get(stream) ?? noPin
}

export function setPin(pins: Pins, stream: StreamId, pin: StreamPin): void {
  pins.streams.set(stream, pin)
  pins.changed = true
}

/** True for a head that a reset has named, or that lies before it. */
export function isReset(head: HeadPlace, { reset }: StreamPin): boolean {
  return reset !== null && !isBelow(reset, head)
}

/** True when she has seen a newer head than this one, or may have. */
export function isOlder(head: HeadPlace, pins: Pins, stream: StreamId): boolean {
  const pin = findPin(pins, stream)
  if (pin.head === null) return pins.lost && pin.reset === null
  return isBelow(head, pin.head.head)
}

/** Two tabs of one employee may both have verified something: of each stream the higher head stays. */
export function joinPins(mine: StreamPin, other: StreamPin): StreamPin {
  const reset = higherPlace(mine.reset, other.reset)
  const [first, second] =
    mine.head !== null && (other.head === null || !isBelow(mine.head.head, other.head.head))
      ? [mine, other]
      : [other, mine]
  const counts = first.head !== null && !isReset(first.head.head, { ...first, reset })
  return { head: counts ? first.head : null, chunks: first.chunks ?? second.chunks, reset }
}

function higherPlace(a: HeadPlace | null, b: HeadPlace | null): HeadPlace | null {
  if (a === null || b === null) return a ?? b
  return isBelow(a, b) ? b : a
}
