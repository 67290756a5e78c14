import * as z from 'zod/mini'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { inTurn } from '#storage/in-turn.ts'
import type { StreamReading, StreamVersion } from '#storage/replica/stream-reading.ts'
import type { OpenedStreams } from '#storage/replica/opened-streams.ts'
import type { Reading } from '#app/bridge/reading.ts'

/** What a schema is read with; `onSound` is told of each version that it found whole. */
export type StreamSource = {
  readStream: OpenedStreams['read']
  build: string
  onSound: (...found: Parameters<OpenedStreams['markSound']>) => void
}

type Parsed<Value> = { values: Value[]; damaged: number }

/**
 * Reads the live documents of one schema as domain values. They are opened and parsed once for each
 * version of a stream, however many ask at once, and lie in the worker's memory alone. What this very
 * build has found sound before is what it would find again: it is not parsed once more.
 */
export function parsedStream<Value>(
  { readStream, build, onSound }: StreamSource,
  schemaName: string,
  schema: z.ZodMiniType<Value>,
) {
  const kept = new Map<StreamId, Parsed<Value> & { version: StreamVersion }>()
  const turns = new Map<StreamId, ReturnType<typeof inTurn>>()
  const Sound = z.custom<Value[]>((value) => Array.isArray(value))

  function parse({ documents, soundFor }: Extract<StreamReading, { kind: 'open' }>): Parsed<Value> {
    const bodies = documents
      .filter((document) => !document.deleted && document.schema === schemaName)
      .map(({ body }) => body)
    if (soundFor[schemaName] === build) return { values: Sound.parse(bodies), damaged: 0 }
    const values = bodies
      .map((body) => schema.safeParse(body))
      .flatMap(({ success, data }) => (success ? [data] : []))
    return { values, damaged: bodies.length - values.length }
  }

  async function read(stream: StreamId): Promise<Reading<Value[]>> {
    // One that is not whole is opened again each time: it may be mended by now.
    const last = kept.get(stream)
    const before = last?.damaged === 0 ? last : undefined
    const reading = await readStream(stream, before?.version)
    if (reading.kind === 'same') {
      if (before === undefined) throw new Error('Nothing is the same as what was never read.')
      return opened(before, reading.verifiedAt)
    }
    if (reading.kind !== 'open') return reading
    const { version, damagedParts, soundFor } = reading
    const { values, damaged } = parse(reading)
    const whole = damaged + damagedParts === 0
    if (whole && soundFor[schemaName] !== build) {
      onSound({ stream, version }, { schema: schemaName, build })
    }
    const now = { version, values, damaged: damaged + damagedParts }
    kept.set(stream, now)
    return opened(now, reading.verifiedAt)
  }

  return (stream: StreamId): Promise<Reading<Value[]>> => {
    const turn = turns.get(stream) ?? inTurn()
    turns.set(stream, turn)
    return turn(() => read(stream))
  }
}

function opened<Value>({ values, damaged }: Parsed<Value>, verifiedAt: Instant): Reading<Value[]> {
  return { kind: 'open', value: values, verifiedAt, damaged, missing: 0 }
}
