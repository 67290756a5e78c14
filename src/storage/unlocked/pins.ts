import * as z from 'zod/mini'
import { StreamId } from '#domain/streams/stream.ts'
import { type HeadPlace, isBelow } from '#domain/trust/stream-head.ts'
import type { StreamHolder } from '#domain/trust/stream-holders.ts'
import { StreamPin, noPin } from '#domain/trust/stream-pin.ts'
import { inTurn } from '../in-turn.ts'

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
  /** Who has each of her streams, as the server listed it last since she unlocked. */
  listed: Map<StreamId, readonly StreamHolder[]>
  /** What the newest reading of each stream came to. */
  opened: Map<StreamId, { version: string; isSound: boolean }>
  /** Two streams may want them stored at once: neither may go on before what it has pinned is on the disk. */
  saveInTurn: ReturnType<typeof inTurn>
}

export function pinsOf({ lost, streams }: StoredPins): Pins {
  return {
    lost,
    streams: new Map(Object.entries(streams).map(([stream, pin]) => [StreamId.parse(stream), pin])),
    changed: false,
    heads: new Set(),
    listed: new Map(),
    opened: new Map(),
    saveInTurn: inTurn(),
  }
}

export function findPin(pins: Pins, stream: StreamId): StreamPin {
  return pins.streams.get(stream) ?? noPin
}

export function setPin(pins: Pins, stream: StreamId, pin: StreamPin): void {
  pins.streams.set(stream, pin)
  pins.changed = true
}

/** True when she has seen a newer head than this one, or may have. */
export function isOlder(head: HeadPlace, pins: Pins, stream: StreamId): boolean {
  const pin = findPin(pins, stream)
  if (pin.head === null) return pins.lost && pin.reset === null
  return isBelow(head, pin.head.head)
}
