import type { StreamDocument } from '../streams/stream-document.ts'
import type { StreamClass } from '../streams/stream.ts'
import type { Instant } from '../time/instant.ts'
import { type AgedKind, timeKinds, withAge } from './aged-documents.ts'
import {
  type DocumentBodies,
  type DocumentKind,
  documentKindNames,
  rowOf,
} from './document-kinds.ts'

type Stored = Pick<StreamDocument, 'deleted' | 'schema' | 'body'>

/** The unparsed bodies of one kind in a stream, with counts of the documents that cannot be read. */
export type KindBodies = {
  bodies: unknown[]
  /** How many are of this kind, in a version that no build writes any more. */
  outdated: number
  /** How many are of a kind or version that this build does not know in this class: a newer build wrote them. */
  newer: number
}

/** Picks one kind's live documents from a stream of its class, and skips those of other known kinds. */
export function bodiesOf(kind: DocumentKind, documents: readonly Stored[]): KindBodies {
  const { class: name } = rowOf(kind)
  const picked: KindBodies = { bodies: [], outdated: 0, newer: 0 }
  const kindBySchema = new Map<string, ReturnType<typeof findKind>>()
  for (const { deleted, schema, body } of documents) {
    if (deleted) continue
    const known = kindBySchema.get(schema)
    const found = known === undefined ? findKind(schema, name) : known
    kindBySchema.set(schema, found)
    if (found === null) picked.newer++
    else if (found.kind !== kind) continue
    else if (found.version < rowOf(kind).version) picked.outdated++
    else picked.bodies.push(body)
  }
  return picked
}

/** Parses bodies of one kind; `damaged` counts those that its schema refuses. */
export function parseBodies<Kind extends DocumentKind>(
  kind: Kind,
  bodies: readonly unknown[],
): { values: DocumentBodies[Kind][]; damaged: number } {
  const { schema } = rowOf(kind)
  const values: DocumentBodies[Kind][] = []
  for (const body of bodies) {
    const parsed = schema.safeParse(body)
    if (parsed.success) values.push(parsed.data)
  }
  return { values, damaged: bodies.length - values.length }
}

type Aged<Kind extends AgedKind> = DocumentBodies[Kind] & { asOf: Instant }

/** Bodies as they are read. The times of lists are not among them: they have gone into what they date. */
export type ReadBodies = Omit<DocumentBodies, AgedKind | 'listTime' | 'detailsTime'> & {
  [Kind in AgedKind]: Aged<Kind>
}

/** Dates what was parsed of an aged kind by the time that lies beside it, in the same stream at the same moment. */
export function withAges<Body extends { asOf: Instant | null }>(
  values: readonly Body[],
  kind: AgedKind,
  documents: readonly Stored[],
): { values: (Body & { asOf: Instant })[]; listAsOf: Instant | null; damaged: number } {
  const timeKind = timeKinds[kind]
  const { values: times, damaged } = parseBodies(timeKind, bodiesOf(timeKind, documents).bodies)
  const listAsOf = times[0]?.asOf ?? null
  return { values: values.map((body) => withAge(body, listAsOf)), listAsOf, damaged }
}

/** Null for a document that a newer build wrote. */
function findKind(
  schema: string,
  inClass: StreamClass,
): { kind: DocumentKind; version: number } | null {
  const at = schema.lastIndexOf('@')
  const name = schema.slice(0, at)
  const version = Number(schema.slice(at + 1))
  const kind = documentKindNames.find((known) => known === name)
  if (kind === undefined) return null
  const row = rowOf(kind)
  return row.class === inClass && version <= row.version ? { kind, version } : null
}
