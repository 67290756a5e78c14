import * as z from 'zod/mini'
import {
  type DocumentBodies,
  type DocumentKind,
  schemaName,
} from '#domain/documents/document-kinds.ts'
import { newerIn } from '#domain/documents/newer-documents.ts'
import { bodiesOf, parseBodies } from '#domain/documents/open-documents.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { inTurn } from '#storage/in-turn.ts'
import type { StreamReading, StreamVersion } from '#storage/replica/stream-reading.ts'
import type { OpenedStreams } from '#storage/replica/opened-streams.ts'
import type { Reading } from '#app/bridge/reading.ts'

/** What streams are read with. `onSound` is called for each version whose documents were all valid. */
export type StreamSource = {
  readStream: OpenedStreams['read']
  build: string
  onSound: (...found: Parameters<OpenedStreams['markSound']>) => void
}

type Parsed<Value> = { values: Value[]; damaged: number; newer: number }

/**
 * Reads the live documents of one kind as domain values. They are opened and parsed once for each
 * version of a stream, also for parallel calls, and are kept in the worker's memory only. A version
 * that this same build has found sound before is not parsed again.
 */
export function parsedStream<Kind extends DocumentKind>(
  { readStream, build, onSound }: StreamSource,
  kind: Kind,
) {
  type Value = DocumentBodies[Kind]
  const schema = schemaName(kind)
  const kept = new Map<StreamId, Parsed<Value> & { version: StreamVersion }>()
  const turns = new Map<StreamId, ReturnType<typeof inTurn>>()
  const Sound = z.custom<Value[]>((value) => Array.isArray(value))

  function parse({ documents, soundFor }: Extract<StreamReading, { kind: 'open' }>): Parsed<Value> {
    const { bodies, outdated, newer } = bodiesOf(kind, documents)
    if (soundFor[schema] === build) return { values: Sound.parse(bodies), damaged: outdated, newer }
    const { values, damaged } = parseBodies(kind, bodies)
    return { values, damaged: damaged + outdated, newer }
  }

  async function read(stream: StreamId): Promise<Reading<Value[]>> {
    // A damaged version is opened again each time, because it may be repaired by now.
    const last = kept.get(stream)
    const before = last?.damaged === 0 ? last : undefined
    const reading = await readStream(stream, before?.version)
    if (reading.kind === 'same') {
      if (before === undefined) throw new Error('A stream that was never read cannot be the same.')
      return opened(stream, before, reading.verifiedAt)
    }
    if (reading.kind !== 'open') return reading
    const { version, damagedParts, soundFor } = reading
    const { values, damaged, newer } = parse(reading)
    const whole = damaged + damagedParts === 0
    if (whole && soundFor[schema] !== build) {
      onSound({ stream, version }, { schema, build })
    }
    const now = { version, values, damaged: damaged + damagedParts, newer }
    kept.set(stream, now)
    return opened(stream, now, reading.verifiedAt)
  }

  return (stream: StreamId): Promise<Reading<Value[]>> => {
    const turn = turns.get(stream) ?? inTurn()
    turns.set(stream, turn)
    return turn(() => read(stream))
  }
}

function opened<Value>(
  stream: StreamId,
  { values, damaged, newer }: Parsed<Value>,
  verifiedAt: Instant,
): Reading<Value[]> {
  return {
    kind: 'open',
    value: values,
    verifiedAt,
    damaged,
    missing: 0,
    newer: newerIn(stream, newer),
  }
}
