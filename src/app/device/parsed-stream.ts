import type * as z from 'zod/mini'
import type { Instant } from '#domain/instant.ts'
import type { StreamId } from '#domain/stream.ts'
import { inTurn } from '#storage/in-turn.ts'
import type { Vault } from '#storage/vault/vault.ts'
import type { Reading } from './reading.ts'

/**
 * Reads the live documents of one schema as domain values. They are opened and parsed once for each
 * revision of a stream, however many ask at once, and lie in the worker's memory alone.
 */
export function parsedStream<Value>(
  readStream: Vault['readStream'],
  schemaName: string,
  schema: z.ZodMiniType<Value>,
) {
  const kept = new Map<StreamId, { rev: number; values: Value[]; damaged: number }>()
  const turns = new Map<StreamId, ReturnType<typeof inTurn>>()

  async function read(stream: StreamId): Promise<Reading<Value[]>> {
    const before = kept.get(stream)
    const reading = await readStream(stream, before?.rev)
    if (reading.kind === 'same') {
      if (before === undefined) throw new Error('Nothing is the same as what was never read.')
      return opened(before, reading.verifiedAt)
    }
    if (reading.kind !== 'open') return reading
    const bodies = reading.documents
      .filter((document) => !document.deleted && document.schema === schemaName)
      .map(({ body }) => schema.safeParse(body))
    const values = bodies.flatMap(({ success, data }) => (success ? [data] : []))
    const damaged = reading.damagedParts + bodies.length - values.length
    kept.set(stream, { rev: reading.rev, values, damaged })
    return opened({ values, damaged }, reading.verifiedAt)
  }

  return (stream: StreamId): Promise<Reading<Value[]>> => {
    const turn = turns.get(stream) ?? inTurn()
    turns.set(stream, turn)
    return turn(() => read(stream))
  }
}

function opened<Value>(
  { values, damaged }: { values: Value[]; damaged: number },
  verifiedAt: Instant,
): Reading<Value[]> {
  return { kind: 'open', value: values, verifiedAt, damaged, missing: 0 }
}
