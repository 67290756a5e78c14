import * as z from 'zod/mini'
import {
  type DocumentBodies,
  type DocumentKind,
  schemaName,
} from '#domain/documents/document-kinds.ts'
import { newerIn } from '#domain/documents/newer-documents.ts'
import type { AgedKind } from '#domain/documents/aged-documents.ts'
import { bodiesOf, parseBodies, withAges } from '#domain/documents/open-documents.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { inTurn } from '#storage/in-turn.ts'
import type { StreamReading, StreamVersion } from '#storage/replica/stream-reading.ts'
import type { OpenedStreams } from '#storage/replica/opened-streams.ts'
import type { Reading } from '#app/bridge/reading.ts'

/** What streams are read with. `onSound` is called for each version whose documents were all valid. */
export type StreamSource = {
  readStream: OpenedStreams['read']
  /** True for a stream that cannot be verified and that the employee has opened all the same. */
  isOpenedUnverified(stream: StreamId): Promise<boolean>
  build: string
  onSound: (...found: Parameters<OpenedStreams['markSound']>) => void
}

type Parsed<Value> = { values: Value[]; damaged: number; newer: number }

type OpenStream = Extract<StreamReading, { kind: 'open' }>

/**
 * Kinds that lie in the same streams and are read together: whichever is read first opens the stream for all of them. To
 * open the lists of a city once more for a few documents beside them takes longer than all that is made of these.
 */
export type OpenedTogether = {
  turns: Map<StreamId, ReturnType<typeof inTurn>>
  takers: ((opened: OpenStream) => void)[]
}

export function openedTogether(): OpenedTogether {
  return { turns: new Map(), takers: [] }
}

/**
 * Reads the live documents of one kind as domain values. They are opened and parsed once for each
 * version of a stream, also for parallel calls, and are kept in the worker's memory only. A version
 * that this same build has found sound before is not parsed again.
 */
export function parsedStream<Kind extends DocumentKind>(
  source: StreamSource,
  kind: Kind,
  together = openedTogether(),
) {
  return keptStream(source, schemaName(kind), parserOf(kind, source.build), together)
}

/** The same of what is as old as a list: the time is read with it, from the same version of the stream. */
export function agedStream<Kind extends AgedKind>(
  source: StreamSource,
  kind: Kind,
  together = openedTogether(),
) {
  const parse = parserOf(kind, source.build)
  return keptStream(
    source,
    schemaName(kind),
    (opened): Parsed<DocumentBodies[Kind] & { asOf: Instant }> => {
      const { values, damaged, newer } = parse(opened)
      const aged = withAges(values, kind, opened.documents)
      return { values: aged.values, damaged: damaged + aged.damaged, newer }
    },
    together,
  )
}

function parserOf<Kind extends DocumentKind>(kind: Kind, build: string) {
  type Value = DocumentBodies[Kind]
  const Sound = z.custom<Value[]>((value) => Array.isArray(value))
  return ({ documents, soundFor }: OpenStream): Parsed<Value> => {
    const { bodies, outdated, newer } = bodiesOf(kind, documents)
    if (soundFor[schemaName(kind)] === build) {
      return { values: Sound.parse(bodies), damaged: outdated, newer }
    }
    const { values, damaged } = parseBodies(kind, bodies)
    return { values, damaged: damaged + outdated, newer }
  }
}

function keptStream<Value>(
  { readStream, isOpenedUnverified, build, onSound }: StreamSource,
  schema: string,
  parse: (opened: OpenStream) => Parsed<Value>,
  { turns, takers }: OpenedTogether,
) {
  type Kept = Parsed<Value> & { version: StreamVersion }
  const kept = new Map<StreamId, Kept>()

  function take(opened: OpenStream): Kept {
    const { stream, version, damagedParts, soundFor, trust } = opened
    const { values, damaged, newer } = parse(opened)
    const whole = damaged + damagedParts === 0
    if (whole && trust === 'verified' && soundFor[schema] !== build) {
      onSound({ stream, version }, { schema, build })
    }
    const taken = { version, values, damaged: damaged + damagedParts, newer }
    kept.set(stream, taken)
    return taken
  }
  const takeBeside = (opened: OpenStream): void => void take(opened)
  takers.push(takeBeside)

  async function read(stream: StreamId): Promise<Reading<Value[]>> {
    // A damaged version is opened again each time, because it may be repaired by now.
    const last = kept.get(stream)
    const before = last?.damaged === 0 ? last : undefined
    const reading = await readStream(stream, before?.version)
    if (reading.kind === 'same') {
      if (before === undefined) throw new Error('A stream that was never read cannot be the same.')
      return readingOf(before, reading)
    }
    if (reading.kind !== 'open') return reading
    for (const other of takers) if (other !== takeBeside) other(reading)
    return readingOf(take(reading), reading)
  }

  /** What cannot be verified is left out until the employee opens it all the same. */
  async function readingOf(
    { values, damaged, newer }: Parsed<Value>,
    { stream, verifiedAt, trust }: Pick<OpenStream, 'stream' | 'verifiedAt' | 'trust'>,
  ): Promise<Reading<Value[]>> {
    const isUnverified = trust === 'unverified'
    const isWithheld = isUnverified && !(await isOpenedUnverified(stream))
    return {
      kind: 'open',
      value: isWithheld ? [] : values,
      verifiedAt,
      damaged,
      missing: 0,
      newer: newerIn(stream, newer),
      older: trust === 'older' ? [stream] : [],
      withheld: isWithheld ? [stream] : [],
      unverified: isUnverified && !isWithheld ? [stream] : [],
    }
  }

  return (stream: StreamId): Promise<Reading<Value[]>> => {
    const turn = turns.get(stream) ?? inTurn()
    turns.set(stream, turn)
    return turn(() => read(stream))
  }
}
