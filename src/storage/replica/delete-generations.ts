import type { Table } from 'dexie'
import type { StreamId } from '#domain/streams/stream.ts'

/**
 * Deletes a stream's rows of every generation but one; null keeps none. The keys are enough to tell them apart: reading all
 * that is kept takes longer than changing it.
 */
export async function deleteGenerations<Row, Last>(
  table: Table<Row, [StreamId, number, Last]>,
  stream: StreamId,
  kept: number | null,
): Promise<void> {
  const keys = await table.where({ stream }).primaryKeys()
  const gone = keys.filter(([, gen]) => gen !== kept)
  if (gone.length > 0) await table.bulkDelete(gone)
}
