import { documentKindNames, schemaName } from '#domain/documents/document-kinds.ts'
import type { StreamId } from '#domain/streams/stream.ts'
import { demoBodies } from '../../support/demo-streams.ts'
import { branchesIn } from '../branches.ts'
import { goldenSchemas } from '../message-table.ts'
import type { RunMessage } from './message-files.ts'

const fewest = 3

/** Of the demo's documents in each stream, the first few of each kind and all that show something new. */
export function selectDemo(municipality: string) {
  const seen = new Map<string, Set<string>>()
  const selected: { stream: StreamId; docId: string; schema: string; body: unknown }[] = []
  for (const [stream, documents] of demoBodies(municipality)) {
    const counts = new Map<string, number>()
    for (const { docId, schema, body } of documents) {
      const before = seen.get(schema) ?? new Set()
      const name = nameOfDocument(schema)
      const type = goldenSchemas.get(name)
      const found = type === undefined ? null : branchesIn(type, name, body)
      const all = new Set([...before, ...(found?.shapes ?? []), ...(found?.words ?? [])])
      const count = counts.get(schema) ?? 0
      seen.set(schema, all)
      counts.set(schema, count + 1)
      if (count < fewest || all.size > before.size) selected.push({ stream, docId, schema, body })
    }
  }
  return selected
}

/** The documents among the messages of a run, each under its kind. */
export function documentMessages(
  documents: readonly { schema: string; body: unknown }[],
): RunMessage[] {
  const known = new Set(documentKindNames.map(schemaName))
  return documents
    .filter(({ schema, body }) => known.has(schema) && body !== null)
    .map(({ schema, body }) => ({ name: nameOfDocument(schema), value: body }))
}

function nameOfDocument(schema: string): string {
  return `document-${schema.replace('@', '-')}`
}
